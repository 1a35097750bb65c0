/** Sentences of the disputes screen. */
export const sentences = {
  'disputes.title': 'Geschillen',
  'disputes.new': 'Nieuw geschil',
  'disputes.list': 'Concepten en ingediende geschillen',
  'disputes.noInvoice': 'Geen factuurnummer',
  'disputes.failed': 'De lijst is niet te laden.',
  'disputes.empty.title': 'Nog geen geschillen',
  'disputes.empty.text':
    'Vul de gegevens van een factuur in en voeg een bestand toe. Wat je typt wordt meteen als concept bewaard.',
  'disputes.pick.title': 'Kies een geschil',
  'disputes.pick.text': 'Open een concept of een ingediend geschil, of maak een nieuw geschil (Ctrl+N).',
  'disputes.noAccount.title': 'Voeg een Billink-account toe',
  'disputes.noAccount.text': 'Zonder account kun je geen geschil maken. De oefenomgeving is ook een account.',
  'disputes.noAccount.action': 'Naar Instellingen',
  'disputes.detail': 'Geschil',
  'disputes.account': 'Account: {account} · gebruiker {username}',
  'disputes.hint.category': 'Typ of kies het ID dat Billink je gaf.',
  'disputes.hint.locale': 'De taal waarin Billink de klant schrijft.',
  'disputes.hint.invoice':
    'Het nummer waarmee je webshop de bestelling bij Billink aanmeldde; meestal je ordernummer. Op de factuur van Billink staat er een voorvoegsel voor.',
  'disputes.choice.outside': '“{value}” staat niet in de lijst van dit account. Kies uit de lijst, of kies Toch gebruiken.',
  'disputes.choice.use': 'Toch gebruiken',
  'disputes.choice.used': '“{value}” staat niet in de lijst en gaat zo naar Billink.',
  'disputes.counter': '{count, plural, one {# teken} other {# tekens}}',
  'disputes.file.formats': 'pdf, png, jpg, jpeg, heic, doc of docx, tot {limit} MB.',
  'disputes.file.large': 'Dit bestand is groter dan 3 MB. Billink noemt geen grens; met een kleiner bestand lukt het eerder.',
  'disputes.file.one': 'Bij een geschil past één bestand. Voeg ze samen tot één pdf, of maak voor elk bestand een eigen geschil.',
  'disputes.file.lost':
    'De inhoud van {name} is niet meer te lezen op deze computer. De rest van het concept is bewaard. Voeg het bestand opnieuw toe.',
  'disputes.review.title': 'Klopt dit geschil?',
  'disputes.review.noFile': 'Geen bestand',
} as const
