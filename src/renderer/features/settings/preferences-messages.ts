/** Sentences of the preferences and of what Balie is. */
export const preferencesMessages = {
  nl: {
    'settings.preferences.language': 'Taal',
    'settings.preferences.language.system': 'Systeem',
    'settings.preferences.theme': 'Weergave',
    'settings.preferences.theme.system': 'Systeem',
    'settings.preferences.theme.light': 'Licht',
    'settings.preferences.theme.dark': 'Donker',
    'settings.preferences.textSize': 'Tekstgrootte',
    'settings.preferences.hold': 'Bedenktijd',
    'settings.preferences.hold.hint':
      'Zo lang blijft een ingediend item in Postvak UIT voordat het wordt verzonden. Tot dan kun je het terugnemen. Bij 0 gaat het meteen.',
    'settings.preferences.seconds': 'seconden',
    'settings.preferences.welcome': 'Welkom opnieuw tonen',
    'settings.about.version': 'Versie',
    'settings.about.platform': 'Systeem',
    'settings.about.folder': 'Gegevensmap',
    'settings.about.folder.open': 'Map openen',
    'settings.about.keychain': 'Sleutelbos',
    'settings.keychain.available': 'Beschikbaar. Sleutels staan in de sleutelbos van je computer.',
    'settings.keychain.no-keychain':
      'Niet aanwezig. Sleutels blijven tot je afsluit in het geheugen; bijlagen staan onversleuteld op deze computer.',
    'settings.keychain.broken':
      'Onbereikbaar: een onderdeel van Balie laadt niet. Installeer Balie opnieuw. Tot dan kun je geen bijlagen toevoegen, en blijven sleutels die je invult tot je afsluit in het geheugen.',
    'settings.keychain.locked': 'Vergrendeld. Ontgrendel de sleutelbos van je computer.',
    'settings.keychain.denied': 'Geen toegang. Geef Balie toegang tot de sleutelbos, of vraag je beheerder.',
    'settings.about.standIn':
      'Balie draait nu in Chromium, zonder Electron. Gebruik deze versie alleen om Balie uit te proberen.',
    'settings.about.standIn.title': 'Proefversie',
  },
  en: {
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
      'Absent. Keys stay in memory until you quit; attachments are stored unencrypted on this computer.',
    'settings.keychain.broken':
      'Out of reach: a part of Balie does not load. Install Balie again. Until then you cannot attach files, and keys that you fill in stay in memory until you quit.',
    'settings.keychain.locked': "Locked. Unlock your computer's keychain.",
    'settings.keychain.denied': 'No access. Give Balie access to the keychain, or ask your administrator.',
    'settings.about.standIn': 'Balie now runs in Chromium, without Electron. Use this version only to try Balie out.',
    'settings.about.standIn.title': 'Trial version',
  },
} as const
