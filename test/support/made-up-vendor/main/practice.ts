import { boundedBytes, parseJsonObject, readBody } from '../../practice/body.ts'
import { answer, statusWords } from '../../practice/reaction.ts'
import type { PracticeVendor } from '../../practice/vendor.ts'

/** The key of its practice accounts; public, and it opens nothing else. */
export const practiceKey = 'public-practice-key'

/** The counter in the practice environment. */
export function createCounterPractice(): PracticeVendor {
  let tickets = 0
  return {
    base: '/counter',
    serves: (path) => path === '/counter/tickets',
    async answer(request) {
      const body = boundedBytes(10_000)
      await readBody(request, body.take)
      const { order } = parseJsonObject(body.text())
      if (request.headers['x-key'] !== practiceKey) return answer(401, { message: 'Who are you?' })
      if (order === 'NO-SUCH-ORDER') return answer(404, { message: 'There is no such order.' })
      tickets += 1
      return answer(201, { ticket: `T-${tickets}` })
    },
    refuse: (status, message) => answer(status, { message: message ?? statusWords(status) }),
    examples: () => [],
    help: (url) => ({ title: 'The counter', lines: [url], demonstrations: [] }),
  }
}
