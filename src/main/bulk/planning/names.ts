import type { BulkField } from '#shared/domain/bulk.ts'

/** What clerks, web shops and the vendors' own exports call the fields, Dutch and English; the likelier name first. */
const synonyms: Record<BulkField, string> = {
  action: 'actie action handeling bewerking operation',
  outletID: 'outletid outlet outletnummer outletcode winkelid winkelnummer winkel shopid shop store',
  saleID:
    'saleid transactienummer transactieid transactie transactionid transactionnumber transaction transnr transactienr trxid ' +
    'txid verkoopid verkoopnummer verkoop sale digiwalletid betaalid betalingsid betalingsnummer paymentid',
  paymentMethodCode:
    'paymentmethodcode paymentmethod betaalmethode betaalmethodecode betaalwijze betaalmiddel betalingsmethode betaalvorm ' +
    'methode method paymenttype',
  text: 'text tekst notitie notitietekst note notetext salenote opmerking memo omschrijving remark',
  test: 'test testmodus testmode testnotitie istest',
  invoice:
    'invoice factuurnummer factuur factuurnr factuurid invoicenumber invoicenr invoiceno invoiceid billinkfactuur factuurkenmerk',
  customerName:
    'customername klantnaam naam naamklant klant customer name volledigenaam fullname debiteur debiteurnaam consument koper',
  customerEmail: 'customeremail email emailadres emailaddress emailklant klantemail mail mailadres epost contactemail',
  category: 'category categorie reden soort soortgeschil geschilsoort reason type disputecategory',
  locale: 'locale taal taalcode language lang languagecode',
  message: 'message bericht toelichting tekst text omschrijving opmerking uitleg description comment klacht geschil',
  file: 'file filename bestand bestandsnaam bijlage attachment document bewijs evidence foto',
}

/** Small letters and digits of a name, without accents, so that "E-mail adres" and "emailadres" are one. */
export const comparable = (name: string): string =>
  name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')

const ranks = new Map(
  Object.entries(synonyms).map(([field, names]) => [field, new Map(names.split(' ').map((name, rank) => [name, rank] as const))]),
)

/** How well a column's name fits a field: 0 is best, null is not at all. */
export const nameRank = (field: BulkField, columnName: string): number | null =>
  ranks.get(field)?.get(comparable(columnName)) ?? null

const known = new Set([...ranks.values()].flatMap((names) => [...names.keys()]))

/** Whether a cell is a name that columns have. */
export const isFieldName = (cell: string): boolean => cell.length <= 40 && known.has(comparable(cell))
