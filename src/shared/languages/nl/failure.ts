/** Why something a person asked for did not happen, and what to do. */
export const sentences = {
  'failure.invalid': 'Controleer de gemarkeerde velden.',
  'failure.gone': 'Dit item is er niet meer. Ververs de lijst.',
  'failure.tooLate': 'Dit item is intussen verder. Bekijk hoe het er nu voor staat.',
  'failure.untrusted': 'Deze opdracht kwam niet van het venster van Balie. Start Balie opnieuw.',
  'failure.internal': 'Dit lukte niet door een fout in Balie. Je tekst is bewaard. Probeer het opnieuw.',
  'failure.diskFull': 'De schijf is vol. Maak ruimte vrij; laat dit venster open, je tekst blijft op het scherm staan.',
  'failure.diskError': 'De schijf gaf een fout. Laat dit venster open en vraag je beheerder om hulp.',
  'failure.diskReadOnly': 'Balie mag hier niet schrijven. Vraag je beheerder om schrijfrechten op de gegevensmap.',
} as const
