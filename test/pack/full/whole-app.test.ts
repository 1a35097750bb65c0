import { inject, test } from 'vitest'
import { expectToPassOn } from '../whole-app.ts'

const packed = inject('packed')

// Side by side: an app under test waits more than it works.
test.concurrent.each(['appImage', 'inRpm', 'inDeb'] as const)(
  'every test of the whole app passes out of the %s',
  { timeout: 1_200_000 },
  async (which) => {
    await expectToPassOn(packed[which])
  },
)
