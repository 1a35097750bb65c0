/** How an account's key stands, and why a change of an account was refused; each with its next step. */
export const sentences = {
  'account.secret.public': 'Oefenaccounts gebruiken een openbare sleutel. Je hoeft niets in te vullen.',
  'account.secret.stored': 'De sleutel staat in de sleutelbos van je computer.',
  'account.secret.session':
    'Deze computer heeft geen sleutelbos. De sleutel blijft alleen in het geheugen: vul hem na een herstart opnieuw in.',
  'account.secret.missing': 'Er is nog geen sleutel voor dit account. Vul de sleutel in.',
  'account.secret.no-keychain':
    'Deze computer heeft geen sleutelbos. Vul de sleutel in; Balie onthoudt hem tot je afsluit en schrijft hem nergens op.',
  'account.secret.broken':
    'Balie kan de sleutelbos niet bereiken, omdat een onderdeel van Balie niet laadt. Installeer Balie opnieuw. Een sleutel die je nu invult, onthoudt Balie tot je afsluit.',
  'account.secret.locked': 'De sleutelbos van je computer is vergrendeld. Ontgrendel de sleutelbos en probeer het opnieuw.',
  'account.secret.denied':
    'Je computer gaf Balie geen toegang tot de sleutelbos. Geef Balie toegang, of vraag je beheerder, en probeer het opnieuw.',
  'account.secretCharacters':
    'In deze sleutel staan tekens die niet verzonden kunnen worden, zoals een spatie of regeleinde. Kopieer de sleutel opnieuw.',
  'account.eraseLocked':
    'De oude sleutel kan niet gewist worden: de sleutelbos is vergrendeld. Ontgrendel de sleutelbos en probeer het opnieuw. Er is niets veranderd.',
  'account.eraseDenied':
    'De oude sleutel kan niet gewist worden: je computer gaf Balie geen toegang tot de sleutelbos. Geef toegang en probeer het opnieuw. Er is niets veranderd.',
  'account.eraseBroken':
    'De oude sleutel kan niet gewist worden: Balie kan de sleutelbos niet bereiken. Installeer Balie opnieuw en probeer het dan. Er is niets veranderd.',
  'account.practiceKey': 'Een oefenaccount heeft geen eigen sleutel nodig. Maak een nieuw account voor het echte werk.',
  'account.productionNotAllowed':
    'Je organisatie zet zelf de accounts klaar waarmee echt wordt verzonden. Kies oefenen, of vraag je beheerder om dit account.',
  'account.organisations': 'Je organisatie heeft dit account ingesteld. Alleen de sleutel is aan jou.',
  'account.fileLimitSet': 'Je organisatie staat hoogstens {limit, number} MB toe. Vul zoveel in, of minder.',
  'account.hostNotAllowed': 'Je organisatie staat deze server niet toe. Kies een andere, of vraag het je beheerder.',
  'account.kindFixed': 'Een account hoort bij één dienst. Maak voor de andere dienst een nieuw account.',
  'account.environmentFixed':
    'De omgeving van een account ligt vast, omdat concepten en items erbij horen. Maak een nieuw account voor een andere omgeving.',
  'account.unfinishedItems':
    'Dit account heeft nog {count, plural, one {één item} other {# items}} in het Postvak UIT. Verzend, corrigeer of sluit {count, plural, one {dat} other {die}} eerst.',
  'account.check.unavailable':
    'Balie heeft geen opdracht waarmee je een sleutel zonder gevolgen kunt proberen. Bij het eerste geschil blijkt of hij klopt.',
  'account.check.practiceStopped': 'De oefenomgeving draait niet. Start Balie opnieuw.',
  'account.check.created': 'De testnotitie is gemaakt: adres en sleutel kloppen. Of de transactie bestaat, blijkt hier niet uit.',
  'account.check.deleted': 'De testnotitie is weer verwijderd.',
} as const
