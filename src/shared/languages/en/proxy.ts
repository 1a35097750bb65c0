/** What is said of a proxy that wants to know who passes. */
export const sentences = {
  'proxy.asks.title': 'Your network’s proxy asks for a password',
  'proxy.asks.text':
    '{proxy} does not let Balie through unless you sign in. Items wait in Outbox and are sent as soon as you have signed in.',
  'proxy.refused.title': 'Your network’s proxy rejected the password',
  'proxy.refused.text':
    '{proxy} does not know this user name with this password. Balie does not try this password again, so that your account does not get locked.',
  'proxy.other-scheme.title': 'Balie cannot sign in to your network’s proxy',
  'proxy.other-scheme.text':
    '{proxy} asks for a sign-in that Balie does not speak, such as NTLM, Negotiate or Digest. Ask your administrator for one with a password (Basic), or for an exception for Balie.',
  'proxy.signIn': 'Sign in…',
  'proxy.signInAgain': 'Sign in again…',
  'proxy.dialog.title': 'Sign in to the proxy',
  'proxy.dialog.text': 'Fill in what you sign in to {proxy} with. If you do not know it, ask your administrator.',
  'proxy.dialog.open':
    'The connection to this proxy is not encrypted: someone on your network can read the password. Fill it in only if you know this proxy.',
  'proxy.userName': 'User name',
  'proxy.password': 'Password',
  'proxy.password.hint': 'Balie keeps it in your computer’s keychain and sends it to this proxy only.',
  'proxy.password.sessionHint': 'Balie remembers it until you quit and sends it to this proxy only.',
  'proxy.password.refused': 'The proxy rejected the previous password. Check the user name and the password.',
  'proxy.dialog.confirm': 'Sign in',
  'proxy.saved.keychain': 'Password kept in the keychain. Balie uses it at the next try.',
  'proxy.saved.session': 'Password remembered until you quit. Balie uses it at the next try.',
  'proxy.section': 'Your network’s proxy',
  'proxy.signedIn.keychain': 'The password for {proxy} is in your computer’s keychain.',
  'proxy.signedIn.session': 'Balie remembers the password for {proxy} until you quit.',
  'proxy.change': 'Other password…',
  'proxy.signOut': 'Erase password',
  'proxy.eraseFailed':
    'The password cannot be erased: the keychain is locked or gave Balie no access. Unlock the keychain and try again.',
  'proxy.signedOut': 'The password is erased.',
} as const
