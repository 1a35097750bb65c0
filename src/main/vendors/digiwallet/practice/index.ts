import type { PracticeVendor } from '../../../practice/vendor.ts'
import { answerNote } from './answer.ts'
import { practiceApiKey } from './credentials.ts'
import { createSaleDemonstrations } from './demonstrations.ts'
import { exampleSales } from './example-sales.ts'
import { createNoteBook, type NoteBook, type NoteBookOptions, type PracticeSale } from './notes.ts'
import { refuseNote } from './refusal.ts'
import { documentedSwitches, type NoteSwitches } from './switches.ts'

export interface DigiwalletPracticeOptions extends Partial<NoteSwitches> {
  /** The sales that exist; the examples by default. */
  sales?: readonly PracticeSale[]
  /** Notes that exist from the start. */
  notes?: NonNullable<NoteBookOptions['given']>
  /** What the app had confirmed for a sale. */
  earlier?: NonNullable<NoteBookOptions['earlier']>
}

/** DigiWallet in the practice environment. */
export function createDigiwalletPractice(options: DigiwalletPracticeOptions = {}): PracticeVendor & { book: NoteBook } {
  const { sales = exampleSales, notes = [], earlier = () => [], ...given } = options
  const switches = { ...documentedSwitches, ...given }
  const book = createNoteBook({
    sales,
    given: notes,
    earlier(target) {
      const known = earlier(target)
      // The app does not know what became of `test` at an outlet in test mode.
      const isForced = target.test && switches.testModeOutlets.has(target.outletID)
      return isForced ? [...known, ...earlier({ ...target, test: false })] : known
    },
  })
  const parts = { book, demonstrationOf: createSaleDemonstrations(), switches }
  return {
    book,
    base: '',
    serves: (path) => path === '/sale-note' || path.startsWith('/sale-note/'),
    answer: (request, path) => answerNote(request, path, parts),
    refuse: refuseNote,
    examples(url) {
      const [sale] = exampleSales
      if (!sale) return []
      const { outletID, saleID, paymentMethodCode } = sale
      const all = `${url}/sale-note`
      const note = `${all}/${outletID}/${saleID}/${paymentMethodCode}`
      const authorization = { Authorization: `Bearer ${practiceApiKey}` }
      const text = 'Final Invoice Number #12345'
      return [
        {
          title: 'Create a note',
          method: 'POST',
          url: all,
          headers: { ...authorization, 'Content-Type': 'application/x-www-form-urlencoded' },
          body: new URLSearchParams({ outletID, paymentMethodCode, saleID, text, test: '0' }).toString(),
        },
        { title: 'Update it', method: 'PATCH', url: `${note}/${encodeURIComponent(`${text} paid`)}/0`, headers: authorization },
        { title: 'Delete it', method: 'DELETE', url: `${note}/0`, headers: authorization },
      ]
    },
    help: (url) => ({
      title: 'DigiWallet',
      lines: [`${url}/sale-note`, `key       ${practiceApiKey}`],
      demonstrations: [
        '99000401 99000403 99000429 99000500 99000503            a sale answered with that status, not carried out',
        '99000504 99000598                                       carried out, then cut, or never answered',
        '99001401 … 99001598                                     the same, the first time only',
      ],
    }),
  }
}
