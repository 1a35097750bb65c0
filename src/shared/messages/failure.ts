/** Why something a person asked for did not happen, and what to do. */
export const failureMessages = {
  nl: {
    'failure.invalid': 'Controleer de gemarkeerde velden.',
    'failure.gone': 'Dit item is er niet meer. Ververs de lijst.',
    'failure.tooLate': 'Dit item is intussen verder. Bekijk hoe het er nu voor staat.',
    'failure.untrusted': 'Deze opdracht kwam niet van het venster van Balie. Start Balie opnieuw.',
    'failure.internal': 'Dit lukte niet door een fout in Balie. Je tekst is bewaard. Probeer het opnieuw.',
    'failure.diskFull': 'De schijf is vol. Maak ruimte vrij; laat dit venster open, je tekst blijft op het scherm staan.',
    'failure.diskError': 'De schijf gaf een fout. Laat dit venster open en vraag je beheerder om hulp.',
    'failure.diskReadOnly': 'Balie mag hier niet schrijven. Vraag je beheerder om schrijfrechten op de gegevensmap.',
  },
  en: {
    'failure.invalid': 'Check the marked fields.',
    'failure.gone': 'This item is no longer there. Refresh the list.',
    'failure.tooLate': 'This item has moved on. See how it stands now.',
    'failure.untrusted': 'This request did not come from the Balie window. Start Balie again.',
    'failure.internal': 'This failed because of an error in Balie. Your text is kept. Try again.',
    'failure.diskFull': 'The disk is full. Free some space; keep this window open, your text stays on the screen.',
    'failure.diskError': 'The disk gave an error. Keep this window open and ask your administrator for help.',
    'failure.diskReadOnly': 'Balie has no permission to write here. Ask your administrator for write access to the data folder.',
  },
} as const
