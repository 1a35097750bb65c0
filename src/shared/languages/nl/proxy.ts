/** What is said of a proxy that wants to know who passes. */
export const sentences = {
  'proxy.asks.title': 'De proxy van je netwerk vraagt een wachtwoord',
  'proxy.asks.text':
    '{proxy} laat Balie niet door zonder aanmelding. Items wachten in Postvak UIT en worden verzonden zodra je bent aangemeld.',
  'proxy.refused.title': 'De proxy van je netwerk weigerde het wachtwoord',
  'proxy.refused.text':
    '{proxy} kent deze gebruikersnaam met dit wachtwoord niet. Balie probeert dit wachtwoord niet nog eens, zodat je account niet geblokkeerd raakt.',
  'proxy.other-scheme.title': 'Balie kan zich niet aanmelden bij de proxy van je netwerk',
  'proxy.other-scheme.text':
    '{proxy} vraagt een aanmelding die Balie niet kent, zoals NTLM, Negotiate of Digest. Vraag je beheerder om aanmelden met een wachtwoord (Basic), of om een uitzondering voor Balie.',
  'proxy.signIn': 'Aanmelden…',
  'proxy.signInAgain': 'Opnieuw aanmelden…',
  'proxy.dialog.title': 'Aanmelden bij de proxy',
  'proxy.dialog.text': 'Vul in waarmee je je aanmeldt bij {proxy}. Weet je het niet, vraag het dan je beheerder.',
  'proxy.dialog.open':
    'De verbinding met deze proxy is niet versleuteld: iemand op je netwerk kan het wachtwoord meelezen. Vul het alleen in als je deze proxy kent.',
  'proxy.userName': 'Gebruikersnaam',
  'proxy.password': 'Wachtwoord',
  'proxy.password.hint': 'Balie bewaart het in de sleutelbos van je computer en stuurt het alleen naar deze proxy.',
  'proxy.password.sessionHint': 'Balie onthoudt het tot je afsluit en stuurt het alleen naar deze proxy.',
  'proxy.password.refused': 'De proxy weigerde het vorige wachtwoord. Controleer de gebruikersnaam en het wachtwoord.',
  'proxy.dialog.confirm': 'Aanmelden',
  'proxy.saved.keychain': 'Wachtwoord bewaard in de sleutelbos. Balie gebruikt het bij de volgende poging.',
  'proxy.saved.session': 'Wachtwoord onthouden tot je afsluit. Balie gebruikt het bij de volgende poging.',
  'proxy.section': 'Proxy van je netwerk',
  'proxy.signedIn.keychain': 'Het wachtwoord voor {proxy} staat in de sleutelbos van je computer.',
  'proxy.signedIn.session': 'Balie onthoudt het wachtwoord voor {proxy} tot je afsluit.',
  'proxy.change': 'Ander wachtwoord…',
  'proxy.signOut': 'Wachtwoord wissen',
  'proxy.eraseFailed':
    'Het wachtwoord kan niet worden gewist: de sleutelbos is vergrendeld of gaf Balie geen toegang. Ontgrendel de sleutelbos en probeer het opnieuw.',
  'proxy.signedOut': 'Het wachtwoord is gewist.',
} as const
