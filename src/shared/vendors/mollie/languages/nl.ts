import { sentences as screens } from './nl/screens.ts'

/** What main says of notes on payments at Mollie. Values are ICU MessageFormat. */
const main = {
  'placeholder.paymentID': 'betaling',
  'outcome.mollie.done':
    'Mollie bevestigde dat de notitie is {action, select, create {gemaakt} update {bijgewerkt} other {verwijderd}}.',
  'outcome.mollie.404': 'Mollie kent deze betaling niet bij dit account (404). Controleer het betalingsnummer en het account.',
  'outcome.mollie.422': 'Mollie keurde de notitie af (422). Verbeter de tekst en verzend opnieuw.',
  'outcome.mollie.unknownPayment': 'Bij dit account is geen betaling met dit nummer.',
  'outcome.mollie.noteThere':
    'Niet verzonden: bij deze betaling staat al een notitie: “{found}”. Verzend alleen als jouw tekst die mag vervangen.',
  'outcome.mollie.noteChanged':
    'Niet verzonden: bij deze betaling staat nu een andere notitie dan je zag: “{found}”. Verzend alleen als je die wilt {action, select, delete {verwijderen} other {vervangen}}.',
  'outcome.mollie.noteGone':
    'Niet verzonden: de notitie die je wilde bijwerken, staat er niet meer. Verzend alleen als je er een nieuwe wilt maken.',
  'outcome.mollie.otherMetadata':
    'Niet verzonden: bij deze betaling bewaart een ander programma gegevens in een andere vorm. Verzend alleen als die als “value” naast je notitie mogen staan.',
  'outcome.mollie.foreignNote':
    'Niet verzonden: een ander programma bewaart bij deze betaling zelf iets onder “note” of “noteAt”. Balie overschrijft dat niet.',
  'outcome.mollie.tooLarge':
    'Niet verzonden: met deze notitie wordt het geheel bij de betaling {bytes, number} bytes. Mollie neemt er hoogstens 1.024. Maak de tekst korter.',
  'outcome.mollie.otherMode':
    'Niet verzonden: de sleutel van dit account is voor {test, select, yes {testbetalingen} other {echte betalingen}}, en het account niet. Kies bij Instellingen › Accounts wat bij de sleutel past.',
  'review.paymentNote.replaces': 'Bij deze betaling staat al een notitie. Jouw tekst vervangt die.',
  'review.paymentNote.nothingToUpdate': 'Bij deze betaling staat nog geen notitie. Balie maakt er een.',
  'review.paymentNote.nothingToDelete': 'Bij deze betaling staat geen notitie. Er is niets te verwijderen.',
  'review.paymentNote.nearlyFull':
    'Met deze notitie wordt het geheel bij de betaling {bytes, number} bytes. Mollie neemt er hoogstens 1.024.',
  'review.paymentNote.keepsValue':
    'Wat een ander programma bij deze betaling bewaart, komt als “value” naast je notitie te staan.',
  'review.paymentNote.earlierUnknown':
    'Of een eerdere notitie bij deze betaling is aangekomen, is nog niet bekend. Balie kijkt dat eerst na.',
  'validation.paymentId': 'Dit is geen betalingsnummer van Mollie. Het begint met tr_ en heeft daarna alleen letters en cijfers.',
  'validation.paymentNote.tooLong':
    'De notitie is te lang voor Mollie. Maak die korter: alles bij de betaling samen mag hoogstens 1.024 bytes zijn.',
  'validation.paymentNote.keepValue':
    'Bij deze betaling bewaart een ander programma gegevens in een andere vorm. Vink aan dat die als “value” naast je notitie mogen staan.',
  'validation.paymentNote.foreignNote':
    'Een ander programma bewaart bij deze betaling zelf iets onder “note” of “noteAt”. Balie overschrijft dat niet.',
  'validation.paymentNote.tooLarge':
    'Met deze tekst wordt het geheel bij de betaling {bytes, number} bytes. Mollie neemt er hoogstens 1.024. Maak de tekst korter.',
} as const

/** Why a payment could not be shown, on its screen. */
const payment = {
  'payment.unreachable': 'Mollie is niet te bereiken. Controleer je internetverbinding en lees de betaling opnieuw.',
  'payment.keyRefused': 'Mollie weigerde de sleutel van dit account. Vul de juiste sleutel in bij Instellingen › Accounts.',
  'payment.tooMany': 'Mollie krijgt nu te veel verzoeken. Wacht even en lees de betaling opnieuw.',
  'payment.notRead': 'Mollie gaf de betaling niet (status {status}). Lees de betaling straks opnieuw.',
  'payment.notSendable':
    'Met het adres of de sleutel van dit account kan Balie niets vragen. Controleer die bij Instellingen › Accounts.',
  'payment.otherMode':
    'De sleutel van dit account is voor {test, select, yes {testbetalingen} other {echte betalingen}}, en het account niet. Kies bij Instellingen › Accounts wat bij de sleutel past.',
} as const

/** What tables of notes on payments say. */
const bulk = {
  'bulkFile.number.payment-notes': 'Balie nummer bij Mollie',
  'bulkScreen.check.duplicate.payment-notes': '{count} waar al een notitie staat',
  'bulkScreen.check.duplicates.payment-notes': 'Ook verzenden waar al een notitie staat ({count, number})',
  'bulkFile.template.payment-notes': 'Betalingen',
  'bulkFile.heading.paymentID': 'Betalingsnummer',
  'bulkScreen.field.paymentID': 'Betaling',
  'bulkScreen.confirm.payment-note.create': '{count, plural, one {# nieuwe notitie} other {# nieuwe notities}}',
  'bulkScreen.confirm.payment-note.update': '{count, plural, one {# bijwerking} other {# bijwerkingen}}',
  'bulkScreen.confirm.payment-note.delete': '{count, plural, one {# verwijdering} other {# verwijderingen}}',
  'bulk.row.samePayment': 'Rij {row, number} zet al een notitie bij deze betaling. Deze rij zou die vervangen.',
  'bulk.row.knownPaymentNote': 'Balie zette bij deze betaling al een notitie. Deze rij zou die vervangen.',
  'bulk.row.otherNote':
    'Bij deze betaling staat een andere notitie: “{found}”. Deze rij zou die {action, select, delete {verwijderen} other {vervangen}}.',
  'bulk.row.noteGone': 'De notitie die deze rij bijwerkt, staat er niet meer. Deze rij zou een nieuwe maken.',
  'bulk.row.otherMetadata':
    'Een ander programma bewaart bij deze betaling gegevens in een andere vorm. Deze rij zou die als “value” naast de notitie zetten.',
  'bulk.undo.otherPaymentNotes':
    '{count, plural, one {Bij # betaling} other {Bij # betalingen}} zette een ander item ook een notitie. Staat er nu een andere notitie, dan wordt die niet verwijderd.',
} as const

/** The sentences of Mollie's folder. */
export const sentences = { ...main, ...payment, ...screens, ...bulk } as const
