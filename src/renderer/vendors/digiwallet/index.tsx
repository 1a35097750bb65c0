import { StickyNote } from 'lucide-react'
import { rowLabels } from '../../ui/account/row-labels.ts'
import type { RendererVendor } from '../vendor.ts'
import { DigiwalletFields } from './DigiwalletFields.tsx'
import { knownNotesSearch } from './known-notes-search.ts'
import { methodOptions } from './method-words.ts'
import { NotePayload } from './NotePayload.tsx'
import { NotesScreen } from './NotesScreen.tsx'
import { SaleCheck } from './SaleCheck.tsx'
import { printedNote } from './printed-note.ts'

/** Notes on sales. */
export const digiwallet = {
  icon: StickyNote,
  Screen: NotesScreen,
  draftWords: ({ fields }) => ({ subject: fields.saleID, detail: fields.text.slice(0, 60) }),
  furtherSearch: knownNotesSearch,
  Payload: NotePayload,
  printed: printedNote,
  settings: {
    environments: ['production', 'practice'],
    Fields: DigiwalletFields,
    labels: (say, { outlets }) => ({
      defaultOutlet: say('settings.field.defaultOutlet'),
      ...rowLabels(say, 'outlets', {
        title: say('settings.field.outlets'),
        columns: { id: say('settings.rows.outlet'), label: say('settings.rows.label') },
        count: outlets.length,
      }),
    }),
    Check: SaleCheck,
  },
  bulk: {
    columns: {
      action: [6.5, 0],
      outletID: [6.5, 0],
      saleID: [8, 0],
      paymentMethodCode: [7, 0],
      text: [13, 2],
      test: [5, 0],
    },
    resultFields: ['action', 'saleID', 'paymentMethodCode', 'text', 'test'],
    codeFields: ['outletID', 'saleID', 'paymentMethodCode'],
    longFields: ['text'],
    fixedChoices(field, settings) {
      if (field === 'paymentMethodCode') return { only: methodOptions }
      return field === 'outletID' && settings?.kind === 'digiwallet' ? { some: settings.outlets } : null
    },
  },
} satisfies RendererVendor<'note'>
