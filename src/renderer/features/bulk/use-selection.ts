import { useState } from 'react'
import { client, unwrap } from '../../lib/client.ts'
import { headIndex, type Cell } from './grid-columns.ts'
import type { OrderAsked } from './use-row-order.ts'

/** The active cell, and how far from it the rows that something is done with reach. */
export function useSelection() {
  const [active, setActive] = useState<Cell | null>(null)
  const [anchor, setAnchor] = useState<number | null>(null)
  const rows =
    active === null || active.index === headIndex
      ? null
      : { from: Math.min(active.index, anchor ?? active.index), to: Math.max(active.index, anchor ?? active.index) }
  return {
    active,
    rows,
    count: rows ? rows.to - rows.from + 1 : 0,
    isSelected: (index: number) => anchor !== null && rows !== null && index >= rows.from && index <= rows.to,
    /** Goes to a cell; `extends` keeps the rows between. */
    go(cell: Cell, isExtended = false): void {
      setAnchor(isExtended ? (anchor ?? active?.index ?? cell.index) : null)
      setActive(isExtended ? { ...cell, index: Math.max(0, cell.index) } : cell)
    },
  }
}
export type Selection = ReturnType<typeof useSelection>

/** The numbers of the rows at these places of a list, whether or not they were ever in view. */
export async function numbersAt(
  { from, to }: { from: number; to: number },
  order: readonly number[] | null,
  rowAt: (index: number) => { row: number } | undefined,
  asked: OrderAsked,
): Promise<number[]> {
  const known = order ?? knownRows(from, to, rowAt)
  if (known) return order ? order.slice(from, to + 1) : [...known]
  const { runId, ...wanted } = asked
  const { rows } = await unwrap(client.bulk.order({ runId, ...wanted, states: [...wanted.states] }))
  return rows.slice(from, to + 1)
}

/** Few rows are all there. */
function knownRows(from: number, to: number, rowAt: (index: number) => { row: number } | undefined): number[] | null {
  const rows: number[] = []
  for (let index = from; index <= to; index += 1) {
    const row = rowAt(index)
    if (!row) return null
    rows.push(row.row)
  }
  return rows
}
