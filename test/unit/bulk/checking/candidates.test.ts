import { expect, test } from 'vitest'
import { candidateRows } from '#main/bulk/checking/candidates.ts'

test('the app answers after every few rows, however many a stored piece has', async () => {
  const rows = Array.from({ length: 430 }, (_, at) => ({ row: at + 2, cells: [] }))
  const table = { after: (_: number, row: number) => rows.filter((one) => one.row > row).slice(0, 200) }
  let answered = 0
  const answers = () => {
    answered += 1
    if (seen.length < rows.length) setImmediate(answers)
  }
  const seen: number[] = []
  setImmediate(answers)
  const run = { id: 1, retries: null } as Parameters<typeof candidateRows>[0]
  for await (const some of candidateRows(run, { table, rows: { statesBetween: () => new Map() } })) {
    expect(some.length).toBeLessThanOrEqual(50)
    seen.push(...some.map(({ row }) => row))
    expect(answered).toBeGreaterThanOrEqual(seen.length / 50 - 1)
  }
  expect(seen).toEqual(rows.map(({ row }) => row))
})
