/** A list of names as it is written down: each word is one. */
export const words = (text: string): string[] => text.split(' ')

/** Every start with every end. */
export const each = (starts: string, ends: string): string[] =>
  words(starts).flatMap((start) => words(ends).map((end) => start + end))

/** Who somebody's customer is, as shops and bookkeeping packages call them; an address to ship to is somebody else's. */
export const customerWords =
  'billing billto billingaddress customer customerbilling client consumer klant klanten debiteur debtor consument relatie verkooprelatie koper ' +
  'buyer besteller afnemer factuur contact contactpersoon factuuradres factuuraan facturatie invoice invoiceaddress soldto'

export const emailStems = 'email emailadres emailaddress mail mailadres epost'

const numberEnds = 'nummer nr no id code number num'

/** Numbers of invoices. */
export const invoiceNames = [
  ...words('invoice factuurnummer factuur'),
  ...each('factuur invoice verkoopfactuur salesinvoice fact inv', numberEnds),
  ...words(
    'verkoopfactuur salesinvoice invoicenumberclean custominvoiceid custominvoicenumber factuurkenmerk invoicereference factuurreferentie',
  ),
]

/** Numbers of orders, which many shops have for invoices; they are no invoices in the words of a note. */
export const orderNames = [
  ...words('ordernumber ordernr order'),
  ...each('order bestel bestelling bestellings incrementorder verkooporder salesorder', numberEnds),
  ...each('weborder webshoporder webshopbestel webshopbestelling shoporder externalorder externorder', numberEnds),
  ...each('ordernummer ordernr orderid ordernumber bestelnummer bestelnr', 'webshop webwinkel'),
  ...words('bestelling incrementid orderincrementid verkooporder salesorder webshoporder weborder ordername'),
  ...each('order bestel', 'reference referentie ref kenmerk'),
]

/** Numbers of anything, as a bookkeeper refers to it. */
export const referenceNames = [
  ...each('boekstuk document doc', 'nummer nr no number'),
  ...words('boekstuk onskenmerk onzereferentie ourreference referentie referentienummer reference referencenumber kenmerk'),
]

/** What clerks call a remark of their own. */
export const remarkNames = [
  ...words(
    'opmerking opmerkingen bijzonderheden commentaar comment comments notitie notities note notes remark remarks memo aantekening aantekeningen',
  ),
  ...each(
    'intern interne internal admin staff private',
    'opmerking opmerkingen notitie notities note notes comment comments remark remarks',
  ),
  ...each('opmerking opmerkingen notitie notities', 'intern'),
]

/** What customers say with an order, and what shops and banks describe a payment by: texts, and seldom what a clerk wants to say. */
export const orderRemarkNames = words(
  'omschrijving description customernote ordernote klantnotitie notitieklant opmerkingklant klantopmerking bestelnotitie ' +
    'bestelopmerking orderopmerking ordernotes customernotes ordercomment customercomment',
)
