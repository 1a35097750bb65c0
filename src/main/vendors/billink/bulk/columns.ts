import { holds, isCode, isEmail, most, namelessThatHolds } from '../../../bulk/vocabulary/cells.ts'
import { invoiceClues, isOwnRemark, type Clues } from '../../../bulk/vocabulary/clues.ts'
import { comparable } from '../../../bulk/vocabulary/column-names.ts'
import { customerWords, each, emailStems, orderRemarkNames, remarkNames, words } from '../../../bulk/vocabulary/common-names.ts'
import { namesTogether } from './customer-name.ts'

/** Addresses in a column with such a name are those of somebody else than the customer. */
const someoneElse =
  /medewerker|employee|behandelaar|verkoper|seller|afzender|sender|gebruiker|user|agent|winkel|shop|store|leverancier|supplier|vendor|ship|bezorg|aflever/

const isFileName = (cell: string) => /\.\w{2,5}$/.test(cell)

/** What clerks, web shops, bookkeeping packages and Billink's own exports call a dispute's fields, Dutch and English. */
export const disputeClues: Clues = {
  vendor: /billink/,
  fields: {
    invoice: {
      ...invoiceClues,
      names: {
        ...invoiceClues.names,
        sure: [
          ...words('billinkinvoicenumber billinkinvoice billinkfactuurnummer billinkfactuur'),
          ...(invoiceClues.names.sure ?? []),
        ],
      },
    },
    customerName: {
      names: {
        sure: [
          ...each(customerWords, 'fullname name volledigenaam naam'),
          ...each('fullname name naam naamvan naamvande', customerWords),
          ...words('cname volledigenaam fullname tenaamstelling'),
        ],
        loose: words(
          'naam name klant customer debiteur debtor consument consumer koper buyer relatie verkooprelatie contact contactpersoon client besteller afnemer ' +
            'billto soldto klantleverancier',
        ),
      },
      bearsOut: (samples) => !most(samples, (sample) => isCode(sample) || sample.includes('@')),
    },
    customerEmail: {
      names: {
        sure: [
          ...each(customerWords, emailStems),
          ...each('email emailadres emailaddress mail', customerWords),
          ...each('emailadresvan emailadresvande emailvan emailvande', customerWords),
          ...words(emailStems),
        ],
      },
      bearsOut: (samples) => samples.some((sample) => sample.includes('@')),
    },
    category: {
      names: {
        sure: words(
          'disputecategory disputereason geschilsoort soortgeschil geschilreden redengeschil retourreden returnreason ' +
            'geschilcategorie categoriegeschil klachtcategorie complaintcategory soortklacht typegeschil disputetype redenretour reasonreturn',
        ),
        likely: words('category categorie categoryid categorieid'),
        loose: words('reden soort reason type'),
      },
      mayBe: (_column, tier, { hasAmounts, hasProducts }) =>
        tier === 'sure' || (!hasProducts && (tier === 'likely' || !hasAmounts)),
    },
    locale: {
      names: {
        sure: words(
          'locale taal taalcode language languagecode lang klanttaal taalklant customerlanguage customerlocale languageiso langiso localecode storelanguage voorkeurstaal preferredlanguage',
        ),
      },
    },
    message: {
      names: {
        sure: words(
          'message bericht toelichting tekst text uitleg klacht geschil disputemessage omschrijvinggeschil ' +
            'klachtomschrijving omschrijvingklacht toelichtinggeschil toelichtingklacht complaint disputedescription disputetext messagetext ' +
            'berichtbillink berichtklant klacht klachttekst',
        ),
        likely: remarkNames,
        loose: [...orderRemarkNames, ...words('beschrijving details explanation')],
      },
      mayBe: isOwnRemark,
      bearsOut: (samples, tier) => tier === 'sure' || !most(samples, (sample) => isCode(sample) || isEmail(sample)),
    },
    file: {
      names: {
        sure: words('file filename bestand bestandsnaam bestandnaam bijlage bijlagen attachment attachments'),
        loose: words('document documentnaam bewijs bewijsstuk bewijsstukken evidence proof foto photo'),
      },
      bearsOut: (samples, tier) => tier === 'sure' || samples.some((sample) => isFileName(sample.trim())),
    },
  },
  contents: [
    ['customerEmail', (column) => !someoneElse.test(comparable(column.name)) && holds(isEmail)(column)],
    ['file', holds((sample) => /\.(png|pdf|jpe?g|docx?|heic)$/i.test(sample))],
    ['locale', namelessThatHolds((sample) => /^(nl|en|de|fr)([-_][a-z]{2})?$/i.test(sample))],
  ],
  made(columns) {
    const source = namesTogether(columns.filter(({ hidden }) => !hidden))
    return source ? { customerName: { source, givesWayTo: ({ tier }) => tier === 'sure' } } : {}
  },
  defaults: { locale: 'nl' },
}
