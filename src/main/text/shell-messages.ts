/** What main says of itself: how it ends, why it does not start, what became of the page. */
export const shellMessages = {
  nl: {
    'leave.uncertain': 'Balie kan niet nagaan of alles is opgeslagen en verzonden.',
    'leave.uncertainDetail':
      'Laat het venster open en maak schijfruimte vrij, of sluit toch: Balie kijkt bij de volgende start na wat er is gebeurd.\n\n{reason}',
    'leave.underWay': 'Er is nog iets onderweg.',
    'leave.underWayDetail':
      'Wacht op het antwoord, of sluit toch. Wat onderweg is, krijgt dan “uitkomst onbekend”: kijk het bij de volgende start na.',
    'leave.wait': 'Wachten',
    'leave.unclean': 'Balie kon niet alles afronden.',
    'leave.uncleanDetail': 'Balie sluit nu. Open Balie weer en kijk na wat er bij “uitkomst onbekend” staat.\n\n{reason}',
    'leave.close': 'Sluiten',
    'uncaught.title': 'Balie is gestopt door een fout',
    'uncaught.text':
      'Wat je typte, is zo ver mogelijk bewaard. Open Balie weer: wat onderweg was, staat in Postvak UIT.\n\n{reason}',
    'page.crashing': 'Het scherm van Balie valt steeds uit.',
    'page.crashingDetail': 'Laad het opnieuw, of sluit Balie en open het weer. Je concepten zijn bewaard.',
    'page.hangs': 'Het scherm van Balie reageert niet.',
    'page.hangsDetail':
      'Wacht even, of laad het scherm opnieuw. Wat je tot een seconde geleden typte, is bewaard. Verzenden gaat gewoon door.',
    'page.reload': 'Opnieuw laden',
    'menu.about': 'Over Balie',
    'menu.services': 'Voorzieningen',
    'menu.hide': 'Verberg Balie',
    'menu.hideOthers': 'Verberg andere',
    'menu.unhide': 'Toon alles',
    'menu.quitApp': 'Stop Balie',
    'menu.window': 'Venster',
    'menu.minimize': 'Minimaliseer',
    'menu.zoom': 'Vergroot/verklein',
    'menu.front': 'Alles op voorgrond',
  },
  en: {
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
  },
} as const
