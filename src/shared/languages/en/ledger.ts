/** What main says of the ledger: before there is a window, or over it. */
export const sentences = {
  'ledger.damagedTitle': "Balie's ledger is damaged",
  'ledger.damaged':
    'Balie sends nothing, so that nothing goes twice. Restore a copy of this file, or ask your administrator:\n\n{file}',
  'ledger.sealedTitle': "Balie can't open its encrypted ledger",
  'ledger.sealed.locked':
    "Your computer's keychain is locked. Unlock the keychain and open Balie again. Nothing was changed and nothing was sent:\n\n{file}",
  'ledger.sealed.denied':
    "Your computer's keychain gives Balie no access. Give Balie access, or ask your administrator. Nothing was changed and nothing was sent:\n\n{file}",
  'ledger.sealed.no-keychain':
    'This computer has no keychain now, and the key of the ledger is in there. Sign in on a screen of your own, or ask your administrator. Nothing was changed and nothing was sent:\n\n{file}',
  'ledger.sealed.broken':
    'A part of Balie does not load, and so the key of the ledger is out of reach. Install Balie again. Nothing was changed and nothing was sent:\n\n{file}',
  'ledger.sealed.missing':
    'The key of the ledger is not in the keychain of this computer. Open Balie on the computer and under the name with which you always use it. Nothing was changed and nothing was sent:\n\n{file}',
  'ledger.sealed.other':
    "This is the ledger of another computer or another person, or its beginning is damaged: this computer's key does not fit. Restore your own ledger. Nothing was changed and nothing was sent:\n\n{file}",
  'ledger.missingTitle': "Balie's ledger is gone",
  'ledger.missing':
    'Balie was used here before, and its ledger is not there any more or is empty. Balie sends nothing, so that nothing goes twice. Restore a copy of this file, or ask your administrator:\n\n{file}',
  'ledger.startEmptyDetail':
    'Start empty only if there is no copy. Balie keeps what is there now in a folder beside it. What still had to be sent you then enter again.',
  'ledger.startEmpty': 'Start empty',
  'ledger.quit': 'Quit',
  'ledger.tooNewTitle': 'Install the newest Balie',
  'ledger.tooNew':
    'A newer version of Balie made this data. This version changes nothing of it. Install the newest Balie.\n\nTo go back all the same, keep the whole folder first. Then put the copy from before the update (ledger.sqlite.before-…) back as ledger.sqlite. What you sent after that is not in the copy: Balie asks about it.\n\n{file}',
  'ledger.inUseTitle': 'Balie is open already',
  'ledger.inUse': 'Another Balie on this computer has this ledger open. Go on there, or close that one first:\n\n{file}',
  'ledger.elsewhereTitle': 'The ledger is open on {host}',
  'ledger.elsewhere':
    'Balie on {host} was last heard of on {at, date, long} at {at, time, short}. Close Balie there. Take the ledger over only if Balie runs there no more: otherwise everything goes twice.',
  'ledger.takeOver': 'Take over',
  'ledger.networkTitle': 'The ledger lies on a network folder',
  'ledger.network':
    'On a network folder it is not certain that Balie remembers what was sent. Move this folder to a disk of your computer:\n\n{file}',
  'ledger.takenOverTitle': 'Another Balie took the ledger over',
  'ledger.takenOver': 'This Balie sends nothing any more and closes. Go on at the other computer.',
  'ledger.doubtTitle': 'All that waits asks you first',
  'ledger.doubtDetail': 'Look in Outbox and at Bulk. Release what still has to be sent, one by one or all together.',
} as const
