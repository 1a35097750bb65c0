/** Sentences about drafts and their way into the outbox, the same for disputes and notes. */
export const sentences = {
  'draft.untitled': 'Naamloos concept',
  'draft.elsewhere':
    '{count, plural, one {# concept hoort bij een ander account.} other {# concepten horen bij een ander account.}}',
  'draft.duplicate': 'Dupliceren',
  'draft.duplicated': 'Kopie van het concept gemaakt',
  'draft.duplicated.noFile': 'Kopie van het concept gemaakt, zonder het bestand. Voeg het bestand van deze klant toe.',
  'draft.remove': 'Weggooien',
  'draft.removed': 'Concept weggegooid',
  'draft.restored': 'Concept teruggezet, zoals het was',
  'draft.undo': 'Ongedaan maken',
  'draft.accountGone': 'Het account van dit concept bestaat niet meer. Kopieer wat je nodig hebt naar een nieuw concept.',
  'draft.notSaved': 'Het concept is nog niet opgeslagen. Wacht tot het is opgeslagen en probeer het opnieuw.',
  'draft.refused': '{vendor} heeft dit geweigerd',
  'draft.review': 'Controleren en indienen',
  'draft.review.to': 'Gaat naar',
  'draft.review.host': '{account} op {host}',
  'draft.review.back': 'Terug naar concept',
  'draft.review.submit': 'Indienen',
  'draft.review.next': 'Indienen en volgende ({key})',
  'draft.review.anyway': 'Toch indienen',
  'draft.review.openEarlier': 'Eerder item bekijken',
  'draft.review.hold':
    '{seconds, plural, =0 {Vertrekt meteen.} one {Vertrekt na # seconde. Tot dan kun je het terugnemen.} other {Vertrekt na # seconden. Tot dan kun je het terugnemen.}}',
} as const
