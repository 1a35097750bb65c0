import type { BulkField } from '#shared/domain/bulk.ts'

/**
 * How sure a name makes a field. `sure` names say it outright. `likely` ones do so in a clerk's own table, less in an export.
 * `loose` ones mean something else as often: they count only where what is in the column bears them out.
 */
export type Tier = 'sure' | 'likely' | 'loose'

type Names = Partial<Record<Tier, readonly string[]>>

const words = (text: string) => text.split(' ')
const each = (starts: string, ends: string) => words(starts).flatMap((start) => words(ends).map((end) => start + end))

/** Who a dispute is with, as shops and bookkeeping packages call them; an address to ship to is somebody else's. */
export const customerWords =
  'billing billto billingaddress customer customerbilling client consumer klant klanten debiteur debtor consument relatie verkooprelatie koper ' +
  'buyer besteller afnemer factuur contact contactpersoon'

const emailStems = 'email emailadres emailaddress mail mailadres epost'

/** Numbers of invoices; a note may say "Factuur" before one of them. */
export const invoiceNames = words(
  'billinkinvoicenumber billinkinvoice billinkfactuurnummer billinkfactuur invoice factuurnummer factuur factuurnr factuurid factuurcode ' +
    'verkoopfactuur verkoopfactuurnummer invoicenumber invoicenr invoiceno invoiceid invoicecode invoicenumberclean custominvoiceid ' +
    'custominvoicenumber factuurkenmerk',
)

/** Numbers of orders, which many shops give Billink for the invoice; they are no invoices in the words of a note. */
export const orderNames = words(
  'ordernumber ordernr orderno ordernummer orderid ordercode order bestelnummer bestelnr bestellingnummer bestelling bestellingsnummer ' +
    'bestelid bestellingid incrementid orderincrementid orderreference verkooporder verkoopordernummer salesorder salesordernumber',
)

const referenceNames = words(
  'boekstuknummer boekstuk boekstuknr documentnummer documentnumber onskenmerk onzereferentie ourreference referentie referentienummer ' +
    'reference referencenumber',
)

/**
 * What clerks, web shops, bookkeeping packages and the vendors' own plugins and exports call the fields, Dutch and English; the
 * likelier name first. In small letters and digits alone.
 */
export const fieldNames: Record<BulkField, Names> = {
  action: { sure: words('actie action handeling bewerking operation') },
  outletID: {
    sure: words(
      'outletid outlet outletnummer outletnr outletnumber outletcode outletidentifier rtlo rtlonummer rtlocode layoutcode layoutid ' +
        'shopidlayoutcode',
    ),
    loose: words(
      'subaccount subaccountid subaccountnummer winkelid winkelnummer winkelcode winkel shopid shopnummer shopcode shop storeid storenumber store',
    ),
  },
  saleID: {
    sure: words(
      'saleid transactienummer transactieid transactie transactionid transactionnumber transaction transnr transactienr trxid txid ' +
        'providertransactionid paymenttransactionid verkoopid verkoopnummer verkoopnr verkoop salenumber sale',
    ),
    loose: words(
      'digiwalletid digiwalletnummer betaalid betalingsid betalingsnummer paymentid paymentnumber paymentreference betaalkenmerk betalingskenmerk ' +
        'betalingsreferentie betaalreferentie transactiekenmerk transactiereferentie transactionreference idmollie invoiceidafterpay id',
    ),
  },
  paymentMethodCode: {
    sure: words(
      'paymentmethodcode paymentmethodtitle paymentmethodname paymentmethod paymentmethodid paymethod paymethodid betaalmethode betaalmethodecode ' +
        'betaalmethodenaam betaalmethodeid betaalwijze betaalmiddel betalingsmethode betalingswijze betaalvorm betaaldmet betaaldvia paidwith paidvia ' +
        'ordersbetaalmethode',
    ),
    loose: words('methode method paymenttype paymenttitle betaaltype payment betaling gateway paymentgateway paymentprovider'),
  },
  text: {
    sure: words('text tekst notitie notitietekst note notetext salenote verkoopnotitie'),
    likely: words(
      'opmerking opmerkingen notities notes internenotitie internenotities internalnote internalnotes memo remark remarks',
    ),
    loose: words(
      'omschrijving description customernote ordernote klantnotitie notitieklant opmerkingklant klantopmerking bestelnotitie ' +
        'bestelopmerking orderopmerking ordernotes customernotes ordercomment customercomment',
    ),
  },
  test: { sure: words('test testmodus testmode testnotitie istest') },
  invoice: { sure: invoiceNames, likely: orderNames, loose: referenceNames },
  customerName: {
    sure: [
      ...each(customerWords, 'fullname name volledigenaam naam'),
      ...each('fullname name naam naamvan naamvande', customerWords),
      ...words('cname volledigenaam fullname tenaamstelling'),
    ],
    loose: words(
      'naam name klant customer debiteur debtor consument consumer koper buyer relatie verkooprelatie contact contactpersoon client besteller afnemer',
    ),
  },
  customerEmail: {
    sure: [
      ...each(customerWords, emailStems),
      ...each('email emailadres emailaddress mail', customerWords),
      ...each('emailadresvan emailadresvande emailvan emailvande', customerWords),
      ...words(emailStems),
    ],
  },
  category: {
    sure: words('disputecategory disputereason geschilsoort soortgeschil geschilreden redengeschil retourreden returnreason'),
    likely: words('category categorie'),
    loose: words('reden soort reason type'),
  },
  locale: {
    sure: words(
      'locale taal taalcode language languagecode lang klanttaal taalklant customerlanguage customerlocale languageiso',
    ),
  },
  message: {
    sure: words('message bericht toelichting tekst text uitleg klacht geschil disputemessage omschrijvinggeschil'),
    likely: words(
      'opmerking opmerkingen comment comments notitie notities note notes internenotitie internenotities internalnote internalnotes remark remarks memo',
    ),
    loose: words(
      'omschrijving description customernote ordernote klantnotitie notitieklant opmerkingklant klantopmerking bestelnotitie ' +
        'bestelopmerking orderopmerking ordernotes customernotes ordercomment customercomment',
    ),
  },
  file: {
    sure: words('file filename bestand bestandsnaam bestandnaam bijlage bijlagen attachment attachments'),
    loose: words('document documentnaam bewijs bewijsstuk bewijsstukken evidence proof foto photo'),
  },
}
