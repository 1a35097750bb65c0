import type { ReactNode } from 'react'
import { expect, test } from 'vitest'
import type { BulkRun } from '#shared/domain/bulk.ts'
import { wordsOnScreen } from '#test/support/words-on-screen.tsx'
import { TopRows } from '../../../../src/renderer/features/bulk/TopRows.tsx'
import { CopyValue } from '../../../../src/renderer/ui/CopyValue.tsx'
import { DisputeAnswer } from '../../../../src/renderer/vendors/billink/DisputeAnswer.tsx'

/** Reads as "betaal 9876543210" on a screen that lets it turn itself round. */
const turned = 'betaal \u202e0123456789\u2067\u0007'
const run = { settings: { header: true }, top: [1, 2].map((row) => ({ row, cells: [turned] })) } as unknown as BulkRun

test.each<[string, () => ReactNode]>([
  ['the rows a table begins with', () => <TopRows run={run} />],
  ['what a vendor numbered something with', () => <CopyValue label="Nummer" value={turned} />],
  [
    'a vendor’s answer, in names and values',
    () => <DisputeAnswer answer={JSON.stringify({ id: turned, [turned]: { [turned]: 1 } })} />,
  ],
])('%s does not steer how it is read', (_, part) => {
  const words = wordsOnScreen(part())
  expect(words).toContain('betaal 0123456789')
  expect(words).not.toMatch(/[\u0007\u202a-\u202e\u2066\u2067]/)
})
