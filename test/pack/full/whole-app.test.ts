import { inject, test } from 'vitest'
import { expectToPassOn } from '../whole-app.ts'

const packed = inject('packed')

test.each(['appImage', 'inRpm', 'inDeb'] as const)(
  'every test of the whole app passes out of the %s',
  { timeout: 1_200_000 },
  (which) => expectToPassOn(packed[which]),
)
