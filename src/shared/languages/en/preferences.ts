/** Sentences of the preferences and of what Balie is. */
export const sentences = {
  'settings.preferences.language': 'Language',
  'settings.preferences.language.system': 'System',
  'settings.preferences.theme': 'Appearance',
  'settings.preferences.theme.system': 'System',
  'settings.preferences.theme.light': 'Light',
  'settings.preferences.theme.dark': 'Dark',
  'settings.preferences.textSize': 'Text size',
  'settings.preferences.hold': 'Time to take back',
  'settings.preferences.hold.hint':
    'How long a filed item stays in the Outbox before it is sent. Until then you can take it back. 0 means immediately.',
  'settings.preferences.seconds': 'seconds',
  'settings.preferences.welcome': 'Show the welcome again',
  'settings.about.version': 'Version',
  'settings.about.platform': 'System',
  'settings.about.folder': 'Data folder',
  'settings.about.folder.open': 'Open folder',
  'settings.about.keychain': 'Keychain',
  'settings.keychain.available': "Available. Keys are in your computer's keychain.",
  'settings.keychain.no-keychain':
    'Absent. Keys stay in memory until you quit; without a passphrase (Safety) everything can be read on this computer.',
  'settings.keychain.broken':
    'Out of reach: a part of Balie does not load. Install Balie again. Until then you cannot attach files, and keys that you fill in stay in memory until you quit.',
  'settings.keychain.locked': "Locked. Unlock your computer's keychain.",
  'settings.keychain.denied': 'No access. Give Balie access to the keychain, or ask your administrator.',
  'settings.about.standIn': 'Balie now runs in Chromium, without Electron. Use this version only to try Balie out.',
  'settings.about.standIn.title': 'Trial version',
} as const
