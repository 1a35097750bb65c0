/** Sentences of the preferences and of what Balie is. */
export const sentences = {
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
    'Er is geen sleutelbos. Sleutels blijven tot je afsluit in het geheugen; zonder wachtzin (Veiligheid) is alles leesbaar op deze computer.',
  'settings.keychain.broken':
    'Onbereikbaar: een onderdeel van Balie laadt niet. Installeer Balie opnieuw. Tot dan kun je geen bijlagen toevoegen, en blijven sleutels die je invult tot je afsluit in het geheugen.',
  'settings.keychain.locked': 'Vergrendeld. Ontgrendel de sleutelbos van je computer.',
  'settings.keychain.denied': 'Geen toegang. Geef Balie toegang tot de sleutelbos, of vraag je beheerder.',
  'settings.about.standIn': 'Balie draait nu in Chromium, zonder Electron. Gebruik deze versie alleen om Balie uit te proberen.',
  'settings.about.standIn.title': 'Proefversie',
} as const
