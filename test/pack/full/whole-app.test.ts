import { availableParallelism } from 'node:os'
import { inject, test } from 'vitest'
import { expectToPassOn } from '../whole-app.ts'

const packed = inject('packed')

/** Each takes two apps at a time. Side by side where the cores carry it; on fewer they only make each other late. */
const inTurn = availableParallelism() < 6 ? test : test.concurrent

inTurn.each(['appImage', 'inRpm', 'inDeb'] as const)(
  'every test of the whole app passes out of the %s',
  { timeout: 1_200_000 },
  async (which) => {
    await expectToPassOn(packed[which])
  },
)
