/** Why everything that waits asks before it leaves: what this ledger says may not be all that left. */
export const ledgerDoubtMessages = {
  nl: {
    'ledger.doubt.older-copy':
      'Balie opende een oudere kopie van zijn logboek. Wat daarna is verzonden, staat er niet in. Controleer bij de ontvanger of dit al is aangekomen, en geef het daarna vrij of neem het terug.',
    'ledger.doubt.unknown-here':
      'Dit logboek komt van een andere computer of uit een andere map. Wat daar is verzonden, staat er misschien niet in. Controleer bij de ontvanger of dit al is aangekomen, en geef het daarna vrij of neem het terug.',
    'ledger.doubt.log-lost':
      'Een deel van het logboek ontbreekt. Wat het laatst is verzonden, staat er misschien niet in. Controleer bij de ontvanger of dit al is aangekomen, en geef het daarna vrij of neem het terug.',
    'ledger.doubt.log-other':
      'Bij het logboek lag een deel van een ander moment. Wat het laatst is verzonden, staat er misschien niet in. Controleer bij de ontvanger of dit al is aangekomen, en geef het daarna vrij of neem het terug.',
  },
  en: {
    'ledger.doubt.older-copy':
      'Balie opened an older copy of its ledger. What was sent after that copy is not in it. Check with the vendor whether this has arrived, and then release it or take it back.',
    'ledger.doubt.unknown-here':
      'This ledger comes from another computer or another folder. What was sent there may not be in it. Check with the vendor whether this has arrived, and then release it or take it back.',
    'ledger.doubt.log-lost':
      'Part of the ledger is gone. What was sent last may not be in it. Check with the vendor whether this has arrived, and then release it or take it back.',
    'ledger.doubt.log-other':
      'Part of the ledger was of another moment. What was sent last may not be in it. Check with the vendor whether this has arrived, and then release it or take it back.',
  },
} as const
