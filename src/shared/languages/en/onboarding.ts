/** Sentences of the welcome. */
export const sentences = {
  'onboarding.title': 'Welcome to Balie',
  'onboarding.language': 'Language (taal)',
  'onboarding.lead': 'You start in the practice environment. An account is ready; there is nothing to fill in.',
  'onboarding.safe': 'Nothing goes to {vendors}. Whatever happens here stays on this computer.',
  'onboarding.mark': 'Purple with PRACTICE means: not real. You see that mark on every screen.',
  'onboarding.real': 'Ready for real work? Add your own account in Settings.',
  'onboarding.given': 'Your organisation has set up an account for you. Enter its key when you want to really send.',
  'onboarding.account.given': 'Enter the key of {name}',
  'onboarding.kept': 'What Balie keeps',
  'onboarding.kept.keychain':
    'What you fill in and send, the answers to it and your attachments, on this computer alone. Keys are in the keychain.',
  'onboarding.kept.memory': 'What you fill in and send, the answers to it and your attachments, on this computer alone.',
  'onboarding.folder': 'In this folder',
  'onboarding.noKeychain':
    'This computer has no keychain. Keys stay in memory only, until you quit; until you set a passphrase (Settings › Safety) everything can be read on this computer.',
  'onboarding.account': 'Add a live account',
  'onboarding.later': 'Look around first',
} as const
