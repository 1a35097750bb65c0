/** Surnames and words of made-up items, so that all benches of a large ledger search the same kind of text. */
export const names = [
  'De Vries',
  'Jansen',
  'Bakker',
  'Visser',
  'Smit',
  'Meijer',
  'Mulder',
  'Bos',
  'Vos',
  'Peters',
  'Hendriks',
  'Dekker',
]
export const words = [
  'pakket',
  'retour',
  'beschadigd',
  'betaald',
  'herinnering',
  'klant',
  'belde',
  'levering',
  'factuur',
  'creditnota',
  'adres',
  'gewijzigd',
]
