import { afterEach, expect, test, vi } from 'vitest'
import { startJob } from '../../../../../src/renderer/lib/evidence/job.ts'

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
