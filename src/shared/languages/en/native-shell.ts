/** What main says of itself: how it ends, why it does not start, what became of the page. */
export const sentences = {
  'leave.uncertain': 'Balie cannot tell whether everything is saved and sent.',
  'leave.uncertainDetail':
    'Keep the window open and free some disk space, or close anyway: at the next start Balie looks what happened.\n\n{reason}',
  'leave.underWay': 'Something is still under way.',
  'leave.underWayDetail':
    'Wait for the answer, or close anyway. What is under way then becomes “outcome unknown”: look it up at the next start.',
  'leave.wait': 'Wait',
  'leave.unclean': 'Balie could not finish everything.',
  'leave.uncleanDetail': 'Balie closes now. Open it again and look up what is marked “outcome unknown”.\n\n{reason}',
  'leave.close': 'Close',
  'uncaught.title': 'Balie stopped because of an error',
  'uncaught.text': 'What you typed is kept as far as possible. Open Balie again: what was under way is in Outbox.\n\n{reason}',
  'page.crashing': "Balie's screen keeps failing.",
  'page.crashingDetail': 'Load it again, or quit Balie and open it again. Your drafts are saved.',
  'page.hangs': "Balie's screen does not respond.",
  'page.hangsDetail':
    'Wait a moment, or load the screen again. What you typed until a second ago is saved. Sending goes on meanwhile.',
  'page.reload': 'Load again',
  'menu.about': 'About Balie',
  'menu.services': 'Services',
  'menu.hide': 'Hide Balie',
  'menu.hideOthers': 'Hide Others',
  'menu.unhide': 'Show All',
  'menu.quitApp': 'Quit Balie',
  'menu.window': 'Window',
  'menu.minimize': 'Minimize',
  'menu.zoom': 'Zoom',
  'menu.front': 'Bring All to Front',
} as const
