/** What is wrong with a typed value and what to type instead, shown at its field. */
export const validationMessages = {
  nl: {
    'validation.required': 'Vul dit in.',
    'validation.invalid': 'Deze waarde kan niet. Kies of typ een andere.',
    'validation.tooLong': 'Dit is te lang. Maak het korter.',
    'validation.tooLongBy':
      'Dit is {over, plural, one {# teken} other {# tekens}} te lang: er passen {max, number} tekens in. Maak het korter.',
    'validation.loneSurrogate': 'Hier staat een half teken dat niet verzonden kan worden. Verwijder het vreemde teken.',
    'validation.email': 'Dit is geen e-mailadres. Typ het als naam@voorbeeld.nl.',
    'validation.email.unseen': 'In dit adres staat een onzichtbaar teken. Typ het adres opnieuw in plaats van het te plakken.',
    'validation.email.mailto': 'Haal mailto: weg. Typ alleen het adres, als naam@voorbeeld.nl.',
    'validation.email.several': 'Hier staan meer adressen. Kies er één.',
    'validation.email.named': 'Typ alleen het adres, zonder naam en haken: {address}.',
    'validation.email.end': 'Haal het teken {character} aan het eind weg.',
    'validation.email.ats': 'In dit adres staat meer dan één @. Haal er een weg.',
    'validation.email.quotes': 'Haal de aanhalingstekens weg.',
    'validation.email.space': 'In dit adres staat een spatie. Haal die weg.',
    'validation.email.character': 'Het teken {character} kan niet vóór de @ staan. Haal het weg.',
    'validation.email.dots':
      'Een punt kan niet aan het begin staan, niet naast de @ en niet naast een andere punt. Haal de punt weg.',
    'validation.email.localTooLong': 'Het deel vóór de @ is te lang. Controleer het adres.',
    'validation.email.noDot': 'Achter {domain} ontbreekt het laatste deel, zoals .nl. Typ het erbij.',
    'validation.email.domain': '{domain} kan geen e-maildomein zijn. Controleer het deel achter de @.',
    'validation.email.tooLong': 'Dit adres is te lang om te bestaan. Controleer het.',
    'validation.digits': 'Gebruik alleen cijfers.',
    'validation.paymentMethod': 'Kies een van de acht betaalmethoden.',
    'validation.paymentId':
      'Dit is geen betalingsnummer van Mollie. Het begint met tr_ en heeft daarna alleen letters en cijfers.',
    'validation.paymentNote.tooLong':
      'De notitie is te lang voor Mollie. Maak die korter: alles bij de betaling samen mag hoogstens 1.024 bytes zijn.',
    'validation.chooseTest': 'Kies of dit een testnotitie of een echte notitie is.',
    'validation.text.blank': 'Typ de tekst van de notitie.',
    'validation.text.tooLong':
      'De tekst is {over, plural, one {# teken} other {# tekens}} te lang: er passen {max, number} tekens in. Maak hem korter.',
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
    'validation.tooLongBy':
      'This is {over, plural, one {# character} other {# characters}} too long: {max, number} characters fit. Make it shorter.',
    'validation.loneSurrogate': 'This contains half a character that cannot be sent. Remove the odd character.',
    'validation.email': 'This is not an e-mail address. Type it like name@example.com.',
    'validation.email.unseen': 'This address contains an invisible character. Type the address again instead of pasting it.',
    'validation.email.mailto': 'Remove mailto:. Type the address alone, like name@example.com.',
    'validation.email.several': 'There is more than one address here. Choose one.',
    'validation.email.named': 'Type the address alone, without name and brackets: {address}.',
    'validation.email.end': 'Remove the character {character} at the end.',
    'validation.email.ats': 'This address contains more than one @. Remove one.',
    'validation.email.quotes': 'Remove the quotation marks.',
    'validation.email.space': 'This address contains a space. Remove it.',
    'validation.email.character': 'The character {character} cannot stand before the @. Remove it.',
    'validation.email.dots': 'A dot cannot come first, nor stand next to the @ or to another dot. Remove the dot.',
    'validation.email.localTooLong': 'The part before the @ is too long. Check the address.',
    'validation.email.noDot': 'The last part is missing after {domain}, such as .com. Add it.',
    'validation.email.domain': '{domain} cannot be an e-mail domain. Check the part after the @.',
    'validation.email.tooLong': 'This address is too long to exist. Check it.',
    'validation.digits': 'Use digits only.',
    'validation.paymentMethod': 'Choose one of the eight payment methods.',
    'validation.paymentId': 'This is not a Mollie payment ID. It starts with tr_, followed by letters and digits only.',
    'validation.paymentNote.tooLong':
      'The note is too long for Mollie. Make it shorter: everything with the payment may be 1,024 bytes at most.',
    'validation.chooseTest': 'Choose whether this is a test note or a live one.',
    'validation.text.blank': 'Type the text of the note.',
    'validation.text.tooLong':
      'The text is {over, plural, one {# character} other {# characters}} too long: {max, number} characters fit. Make it shorter.',
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
