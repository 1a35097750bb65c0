/** How an account's key stands, and why a change of an account was refused; each with its next step. */
export const accountMessages = {
  nl: {
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
    'account.practiceKey':
      'Een oefenaccount heeft geen eigen sleutel nodig. Maak een nieuw account voor Billink of DigiWallet zelf.',
    'account.kindFixed': 'Een account hoort bij één dienst. Maak voor de andere dienst een nieuw account.',
    'account.environmentFixed':
      'De omgeving van een account ligt vast, omdat concepten en items erbij horen. Maak een nieuw account voor een andere omgeving.',
    'account.unfinishedItems':
      'Dit account heeft nog {count, plural, one {één item} other {# items}} in het Postvak UIT. Verzend, corrigeer of sluit {count, plural, one {dat} other {die}} eerst.',
    'account.check.unavailable':
      'Balie heeft geen opdracht waarmee je een sleutel zonder gevolgen kunt proberen. Bij het eerste geschil blijkt of hij klopt.',
    'account.check.practiceStopped': 'De oefenomgeving draait niet. Start Balie opnieuw.',
    'account.check.created':
      'De testnotitie is gemaakt: adres en sleutel kloppen. Of de transactie bestaat, blijkt hier niet uit.',
    'account.check.deleted': 'De testnotitie is weer verwijderd.',
  },
  en: {
    'account.secret.public': 'Practice accounts use a public key. There is nothing to fill in.',
    'account.secret.stored': "The key is in your computer's keychain.",
    'account.secret.session': 'This computer has no keychain. The key stays in memory only: fill it in again after a restart.',
    'account.secret.missing': 'There is no key for this account yet. Fill in the key.',
    'account.secret.no-keychain':
      'This computer has no keychain. Fill in the key; Balie remembers it until you quit and writes it nowhere.',
    'account.secret.broken':
      'Balie cannot reach the keychain, because a part of Balie does not load. Install Balie again. A key that you fill in now is remembered until you quit.',
    'account.secret.locked': "Your computer's keychain is locked. Unlock the keychain and try again.",
    'account.secret.denied':
      'Your computer gave Balie no access to the keychain. Give Balie access, or ask your administrator, and try again.',
    'account.secretCharacters':
      'This key contains characters that cannot be sent, such as a space or a line break. Copy the key again.',
    'account.eraseLocked':
      'The old key cannot be erased: the keychain is locked. Unlock the keychain and try again. Nothing was changed.',
    'account.eraseDenied':
      'The old key cannot be erased: your computer gave Balie no access to the keychain. Give access and try again. Nothing was changed.',
    'account.eraseBroken':
      'The old key cannot be erased: Balie cannot reach the keychain. Install Balie again and try then. Nothing was changed.',
    'account.practiceKey': 'A practice account needs no key of its own. Make a new account for Billink or DigiWallet itself.',
    'account.kindFixed': 'An account belongs to one service. Make a new account for the other service.',
    'account.environmentFixed':
      "An account's environment is fixed, because drafts and items belong to it. Make a new account for another environment.",
    'account.unfinishedItems':
      'This account still has {count, plural, one {one item} other {# items}} in the Outbox. Send, correct or close {count, plural, one {it} other {them}} first.',
    'account.check.unavailable':
      'Balie has no request that tries a key without consequences. The first dispute shows whether it is right.',
    'account.check.practiceStopped': 'The practice environment is not running. Start Balie again.',
    'account.check.created':
      'The test note was created: address and key are right. This does not show whether the transaction exists.',
    'account.check.deleted': 'The test note was deleted again.',
  },
} as const
