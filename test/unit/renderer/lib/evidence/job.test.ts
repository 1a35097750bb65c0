import { afterEach, expect, test, vi } from 'vitest'
import { FailureError } from '../../../../../src/renderer/lib/client.ts'
import { EvidenceFaultError, faultOf, startJob } from '../../../../../src/renderer/lib/evidence/job.ts'

afterEach(() => vi.unstubAllGlobals())

test('a mail, the pages of a file, the page beside and the review are shown together; a further one waits for room', async () => {
  const begun: EventTarget[] = []
  class Begun extends EventTarget {
    constructor() {
      super()
      begun.push(this)
    }

    terminate() {}
  }
  vi.stubGlobal('Worker', Begun)
  const [first, ...others] = [startJob(), startJob(), startJob(), startJob(), startJob()]
  await vi.waitFor(() => expect(begun).toHaveLength(4))
  first?.end()
  await vi.waitFor(() => expect(begun).toHaveLength(5))
  for (const job of others) job.end()
})

test('a call that main refused is no fault of the file: its own reason is kept', () => {
  const message = { id: 'failure.internal' } as const
  expect(faultOf(new FailureError({ kind: 'internal', message }))).toMatchObject({ said: message })
  expect(faultOf(new TypeError('decoder'))).toMatchObject({ fault: 'damaged', said: null })
  const own = new EvidenceFaultError('password')
  expect(faultOf(own)).toBe(own)
})
