/** Sentences of the welcome. */
export const onboardingMessages = {
  nl: {
    'onboarding.title': 'Welkom bij Balie',
    'onboarding.lead': 'Je begint in de oefenomgeving. Er staat al een account klaar, je vult niets in.',
    'onboarding.safe': 'Er gaat niets naar Billink of DigiWallet. Alles wat hier gebeurt, blijft op deze computer.',
    'onboarding.mark': 'Paars met OEFENEN betekent: niet echt. Die markering staat op elk scherm.',
    'onboarding.real': 'Klaar voor het echte werk? Voeg je eigen account toe bij Instellingen.',
    'onboarding.noKeychain':
      'Deze computer heeft geen sleutelbos. Sleutels blijven alleen in het geheugen tot je afsluit; bijlagen staan onversleuteld op deze computer.',
    'onboarding.dispute': 'Dien een oefengeschil in',
    'onboarding.note': 'Schrijf een oefennotitie',
    'onboarding.account': 'Voeg een echt account toe',
    'onboarding.later': 'Zelf rondkijken',
  },
  en: {
    'onboarding.title': 'Welcome to Balie',
    'onboarding.lead': 'You start in the practice environment. An account is ready; there is nothing to fill in.',
    'onboarding.safe': 'Nothing goes to Billink or DigiWallet. Whatever happens here stays on this computer.',
    'onboarding.mark': 'Purple with PRACTICE means: not real. You see that mark on every screen.',
    'onboarding.real': 'Ready for real work? Add your own account in Settings.',
    'onboarding.noKeychain':
      'This computer has no keychain. Keys stay in memory only, until you quit; attachments are stored unencrypted on this computer.',
    'onboarding.dispute': 'File a practice dispute',
    'onboarding.note': 'Write a practice note',
    'onboarding.account': 'Add a live account',
    'onboarding.later': 'Look around first',
  },
} as const
