/** What is wrong with a typed value and what to type instead, shown at its field. */
export const validationMessages = {
  nl: {
    'validation.required': 'Vul dit in.',
    'validation.invalid': 'Deze waarde kan niet. Kies of typ een andere.',
    'validation.tooLong': 'Dit is te lang. Maak het korter.',
    'validation.loneSurrogate': 'Hier staat een half teken dat niet verzonden kan worden. Verwijder het vreemde teken.',
    'validation.email': 'Dit is geen e-mailadres. Typ het als naam@voorbeeld.nl.',
    'validation.digits': 'Gebruik alleen cijfers.',
    'validation.paymentMethod': 'Kies een van de acht betaalmethoden.',
    'validation.chooseTest': 'Kies of dit een testnotitie of een echte notitie is.',
    'validation.text.blank': 'Typ de tekst van de notitie.',
    'validation.text.tooLong': 'De tekst is te lang. Maak hem korter dan 20.000 tekens.',
    'validation.text.loneSurrogate':
      'In de tekst staat een half teken dat niet verzonden kan worden. Verwijder het vreemde teken.',
    'validation.text.slash':
      'Bij bijwerken mag er geen / of \\ in de tekst staan: DigiWallet zou de notitie verkeerd kunnen lezen. Typ iets anders, of verwijder de notitie en maak die opnieuw.',
    'validation.text.control':
      'Bij bijwerken mogen er geen regeleinden of stuurtekens in de tekst staan. Vervang ze door spaties.',
    'validation.text.onlyDots': 'Bij bijwerken mag de tekst niet alleen uit punten bestaan. Typ er een woord bij.',
    'validation.text.pathTooLong':
      'De tekst is te lang om bij te werken: het webadres mag hoogstens {max, number} tekens zijn. Maak de tekst korter, of verwijder de notitie en maak die opnieuw.',
    'validation.url': 'Dit is geen webadres. Typ het volledige adres, met https:// ervoor.',
    'validation.urlRequired': 'Typ het webadres van dit account.',
    'validation.urlHttps': 'Gebruik een adres dat begint met https://, zodat niemand kan meelezen.',
    'validation.urlPractice': 'Een oefenaccount kan alleen naar deze computer wijzen (localhost of 127.0.0.1).',
    'validation.urlCredentials': 'Haal de gebruikersnaam en het wachtwoord uit het adres. Vul de sleutel in bij Sleutel.',
    'validation.urlQuery': 'Haal het deel vanaf ? of # uit het adres.',
    'validation.fileLimit': 'Typ een heel getal van 1 tot en met 100.',
    'validation.holdSeconds': 'Typ een heel getal van 0 tot en met 60.',
  },
  en: {
    'validation.required': 'Fill this in.',
    'validation.invalid': 'This value cannot be used. Choose or type another one.',
    'validation.tooLong': 'This is too long. Make it shorter.',
    'validation.loneSurrogate': 'This contains half a character that cannot be sent. Remove the odd character.',
    'validation.email': 'This is not an e-mail address. Type it like name@example.com.',
    'validation.digits': 'Use digits only.',
    'validation.paymentMethod': 'Choose one of the eight payment methods.',
    'validation.chooseTest': 'Choose whether this is a test note or a live one.',
    'validation.text.blank': 'Type the text of the note.',
    'validation.text.tooLong': 'The text is too long. Keep it under 20,000 characters.',
    'validation.text.loneSurrogate': 'The text contains half a character that cannot be sent. Remove the odd character.',
    'validation.text.slash':
      'In an update the text cannot contain / or \\: DigiWallet could read the note wrongly. Type something else, or delete the note and create it again.',
    'validation.text.control':
      'In an update the text cannot contain line breaks or control characters. Replace them with spaces.',
    'validation.text.onlyDots': 'In an update the text cannot be dots alone. Add a word.',
    'validation.text.pathTooLong':
      'The text is too long for an update: the web address may have at most {max, number} characters. Shorten the text, or delete the note and create it again.',
    'validation.url': 'This is not a web address. Type the full address, starting with https://.',
    'validation.urlRequired': 'Type the web address of this account.',
    'validation.urlHttps': 'Use an address that starts with https://, so that nobody can read along.',
    'validation.urlPractice': 'A practice account can only point at this computer (localhost or 127.0.0.1).',
    'validation.urlCredentials': 'Take the user name and password out of the address. Enter it in the Key field.',
    'validation.urlQuery': 'Take the part from ? or # out of the address.',
    'validation.fileLimit': 'Type a whole number from 1 to 100.',
    'validation.holdSeconds': 'Type a whole number from 0 to 60.',
  },
} as const
