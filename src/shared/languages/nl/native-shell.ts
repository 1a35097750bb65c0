/** What main says of itself: how it ends, why it does not start, what became of the page. */
export const sentences = {
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
} as const
