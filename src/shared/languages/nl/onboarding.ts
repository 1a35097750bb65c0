/** Sentences of the welcome. */
export const sentences = {
  'onboarding.title': 'Welkom bij Balie',
  'onboarding.language': 'Taal (language)',
  'onboarding.lead': 'Je begint in de oefenomgeving. Er staat al een account klaar, je vult niets in.',
  'onboarding.safe': 'Er gaat niets naar {vendors}. Alles wat hier gebeurt, blijft op deze computer.',
  'onboarding.mark': 'Paars met OEFENEN betekent: niet echt. Die markering staat op elk scherm.',
  'onboarding.real': 'Klaar voor het echte werk? Voeg je eigen account toe bij Instellingen.',
  'onboarding.given': 'Je organisatie heeft al een account voor je klaargezet. Vul de sleutel in als je echt wilt verzenden.',
  'onboarding.account.given': 'Vul de sleutel van {name} in',
  'onboarding.kept': 'Wat Balie bewaart',
  'onboarding.kept.keychain':
    'Wat je invult en verzendt, de antwoorden daarop en je bijlagen, alleen op deze computer. Sleutels staan in de sleutelbos.',
  'onboarding.kept.memory': 'Wat je invult en verzendt, de antwoorden daarop en je bijlagen, alleen op deze computer.',
  'onboarding.folder': 'In deze map',
  'onboarding.noKeychain':
    'Deze computer heeft geen sleutelbos. Sleutels blijven alleen in het geheugen tot je afsluit; tot je een wachtzin instelt (Instellingen › Veiligheid) is alles leesbaar op deze computer.',
  'onboarding.account': 'Voeg een echt account toe',
  'onboarding.later': 'Zelf rondkijken',
} as const
