import { FileWarning } from 'lucide-react'
import { rowLabels } from '../../ui/account/row-labels.ts'
import type { RendererVendor } from '../vendor.ts'
import { BillinkFields } from './BillinkFields.tsx'
import { DisputeAnswer } from './DisputeAnswer.tsx'
import { DisputeCheck } from './DisputeCheck.tsx'
import { DisputePayload } from './DisputePayload.tsx'
import { DisputesScreen } from './DisputesScreen.tsx'
import { MailDrop } from './MailDrop.tsx'
import { SameCustomer } from './SameCustomer.tsx'
import { printedDispute } from './printed-dispute.ts'

/** Billink's own form of an ID; the document does not say it, so another one is taken all the same. */
const hasOtherForm = (secret: string): boolean => secret.trim() !== '' && !/^[0-9a-f]{40}$/i.test(secret.trim())

/** Disputes on invoices. */
export const billink = {
  icon: FileWarning,
  Screen: DisputesScreen,
  Around: MailDrop,
  draftWords: ({ fields }) => ({ subject: fields.invoice, detail: fields.customerName }),
  Payload: DisputePayload,
  printed: printedDispute,
  Answer: { title: 'disputes.answer', View: DisputeAnswer },
  Again: SameCustomer,
  settings: {
    environments: ['production', 'staging', 'practice'],
    // The hosts are known, the path of a dispute is not (specs/decisions.md, "Base URL").
    addressBegins: { production: 'https://api.billink.nl/…', staging: 'https://api-staging.billink.nl/…' },
    Fields: BillinkFields,
    labels(say, { categories, locales }) {
      const columns = { id: say('settings.rows.id'), label: say('settings.rows.label') }
      return {
        username: say('settings.field.username'),
        maxFileMegabytes: say('settings.field.limit'),
        defaultCategory: say('settings.field.defaultCategory'),
        defaultLocale: say('settings.field.defaultLocale'),
        ...rowLabels(say, 'categories', { title: say('settings.field.categories'), columns, count: categories.length }),
        ...rowLabels(say, 'locales', { title: say('settings.field.locales'), columns, count: locales.length }),
      }
    },
    secretNote: (say, secret) => (hasOtherForm(secret) ? say('settings.secret.otherForm') : null),
    Check: DisputeCheck,
  },
  bulk: {
    columns: {
      invoice: [8, 0],
      customerName: [9, 1],
      customerEmail: [11, 1],
      category: [7, 0],
      locale: [4.5, 0],
      message: [13, 2],
      file: [9, 0],
    },
    resultFields: ['invoice', 'customerName', 'message', 'file'],
    codeFields: ['invoice'],
    longFields: ['message'],
    fixedChoices(field, settings) {
      if (settings?.kind !== 'billink') return null
      if (field === 'category') return { some: settings.categories }
      return field === 'locale' ? { some: settings.locales } : null
    },
  },
} satisfies RendererVendor<'dispute'>
