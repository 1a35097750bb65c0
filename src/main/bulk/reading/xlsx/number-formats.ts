import { unreadable } from '../unreadable.ts'
import { readWholeXml } from './xml.ts'

/** As far as a format changes which text a number stands for. */
export interface NumberFormat {
  date: boolean
  time: boolean
  /** `2026-03-05` instead of `05-03-2026`. */
  yearFirst: boolean
  /** `00000` shows a number with at least so many digits; 0 for all others. */
  digits: number
}

const plain: NumberFormat = { date: false, time: false, yearFirst: false, digits: 0 }
const dateOnly = { ...plain, date: true }
const timeOnly = { ...plain, time: true }

/** Formats that files name by number only; most follow the language of the computer. @see ECMA-376 part 1, 18.8.30 */
function builtIn(id: number): NumberFormat {
  if (id === 22) return { ...dateOnly, time: true }
  if ((id >= 14 && id <= 17) || (id >= 27 && id <= 31) || id === 36 || (id >= 50 && id <= 58)) return dateOnly
  return (id >= 18 && id <= 21) || (id >= 32 && id <= 35) || (id >= 45 && id <= 47) ? timeOnly : plain
}

/** What a format code makes of a number: its first section counts, without quoted text, colours, currencies and padding. */
export function formatOf(code: string): NumberFormat {
  const letters = code
    .replace(/"[^"]*"|\\.|_.|\*./g, '')
    .replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '')
    .split(';', 1)
    .join('')
    .replace(/AM\/PM|A\/P/gi, 'h')
    .toLowerCase()
  if (/^0{2,}$/.test(letters)) return { ...plain, digits: Math.min(letters.length, 40) }
  if (/general|[#0?]/.test(letters.replace(/[.,]0+$/, ''))) return plain
  const time = /[hs]/.test(letters)
  const date = /[yd]/.test(letters) || (!time && letters.includes('m'))
  return { date, time, yearFirst: /[ymd]/.exec(letters)?.[0] === 'y', digits: 0 }
}

/** SECURITY: Excel has no more styles than this. */
const maxFormats = 65_536

/** The formats of cells by the number that a cell gives as its style. */
export async function readFormats(pieces: AsyncIterable<Uint8Array>): Promise<NumberFormat[]> {
  const custom = new Map<number, NumberFormat>()
  const formats: NumberFormat[] = []
  let inCells = false
  await readWholeXml(pieces, {
    open(name, attribute) {
      if (custom.size + formats.length > maxFormats) throw unreadable('bulk.read.damaged')
      if (name === 'numFmt') custom.set(Number(attribute('numFmtId')), formatOf(attribute('formatCode') ?? ''))
      if (name === 'cellXfs') inCells = true
      if (name !== 'xf' || !inCells) return
      const id = Number(attribute('numFmtId') ?? 0)
      formats.push(custom.get(id) ?? builtIn(id))
    },
    close(name) {
      if (name === 'cellXfs') inCells = false
    },
  })
  return formats
}
