/** Sentences of the settings. */
export const settingsMessages = {
  nl: { 'settings.title': 'Instellingen' },
  en: { 'settings.title': 'Settings' },
} as const
