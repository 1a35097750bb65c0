/** A list of names as it is written down: each word is one. */
export const words = (text: string): string[] => text.split(' ')

/** Every start with every end. */
export const each = (starts: string, ends: string): string[] =>
  words(starts).flatMap((start) => words(ends).map((end) => start + end))

/** Who somebody's customer is, as shops and bookkeeping packages call them; an address to ship to is somebody else's. */
export const customerWords =
  'billing billto billingaddress customer customerbilling client consumer klant klanten debiteur debtor consument relatie verkooprelatie koper ' +
  'buyer besteller afnemer factuur contact contactpersoon'

export const emailStems = 'email emailadres emailaddress mail mailadres epost'

/** Numbers of invoices. */
export const invoiceNames = words(
  'invoice factuurnummer factuur factuurnr factnr factuurid factuurcode verkoopfactuur verkoopfactuurnummer invoicenumber invoicenr invoiceno ' +
    'invoiceid invoicecode invoicenumberclean custominvoiceid custominvoicenumber factuurkenmerk',
)

/** Numbers of orders, which many shops have for invoices; they are no invoices in the words of a note. */
export const orderNames = words(
  'ordernumber ordernr orderno ordernummer orderid ordercode order bestelnummer bestelnr bestellingnummer bestelling bestellingsnummer ' +
    'bestelid bestellingid incrementid orderincrementid orderreference verkooporder verkoopordernummer salesorder salesordernumber',
)

/** Numbers of anything, as a bookkeeper refers to it. */
export const referenceNames = words(
  'boekstuknummer boekstuk boekstuknr documentnummer documentnumber onskenmerk onzereferentie ourreference referentie referentienummer ' +
    'reference referencenumber',
)

/** What customers say with an order, and what shops and banks describe a payment by: texts, and seldom what a clerk wants to say. */
export const orderRemarkNames = words(
  'omschrijving description customernote ordernote klantnotitie notitieklant opmerkingklant klantopmerking bestelnotitie ' +
    'bestelopmerking orderopmerking ordernotes customernotes ordercomment customercomment',
)
