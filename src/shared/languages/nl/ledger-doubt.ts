/** Why everything that waits asks before it leaves: what this ledger says may not be all that left. */
export const sentences = {
  'ledger.doubt.older-copy':
    'Balie opende een oudere kopie van zijn logboek. Wat daarna is verzonden, staat er niet in. Controleer bij de ontvanger of dit al is aangekomen, en geef het daarna vrij of neem het terug.',
  'ledger.doubt.restored':
    'Je zette een reservekopie terug. Wat na die kopie is verzonden, staat er niet in. Controleer bij de ontvanger of dit al is aangekomen, en geef het daarna vrij of neem het terug.',
  'ledger.doubt.unknown-here':
    'Dit logboek komt van een andere computer of uit een andere map. Wat daar is verzonden, staat er misschien niet in. Controleer bij de ontvanger of dit al is aangekomen, en geef het daarna vrij of neem het terug.',
  'ledger.doubt.log-lost':
    'Een deel van het logboek ontbreekt. Wat het laatst is verzonden, staat er misschien niet in. Controleer bij de ontvanger of dit al is aangekomen, en geef het daarna vrij of neem het terug.',
  'ledger.doubt.log-other':
    'Bij het logboek lag een deel van een ander moment. Wat het laatst is verzonden, staat er misschien niet in. Controleer bij de ontvanger of dit al is aangekomen, en geef het daarna vrij of neem het terug.',
} as const
