/** Why everything that waits asks before it leaves: what this ledger says may not be all that left. */
export const sentences = {
  'ledger.doubt.older-copy':
    'Balie opened an older copy of its ledger. What was sent after that copy is not in it. Check with the vendor whether this has arrived, and then release it or take it back.',
  'ledger.doubt.restored':
    'You put a backup back. What was sent after that backup is not in it. Check with the vendor whether this has arrived, and then release it or take it back.',
  'ledger.doubt.unknown-here':
    'This ledger comes from another computer or another folder. What was sent there may not be in it. Check with the vendor whether this has arrived, and then release it or take it back.',
  'ledger.doubt.log-lost':
    'Part of the ledger is gone. What was sent last may not be in it. Check with the vendor whether this has arrived, and then release it or take it back.',
  'ledger.doubt.log-other':
    'Part of the ledger was of another moment. What was sent last may not be in it. Check with the vendor whether this has arrived, and then release it or take it back.',
} as const
