import { describe, expect, test } from 'vitest'
import { bulkStateSchema } from '#shared/domain/bulk.ts'
import { openSteps, stepInView } from '../../../../../src/renderer/features/bulk/bulk-steps.ts'

const first = { planFrom: 'suggested' as const, retries: null, undoes: null }

describe('the steps of a run', () => {
  test('the step in view can always be gone to', () => {
    for (const state of bulkStateSchema.options) {
      for (const run of [
        { ...first, state },
        { ...first, state, retries: ['rejected' as const] },
        { ...first, state, undoes: 'r1' },
      ]) {
        expect(openSteps(run)).toContain(stepInView(run, null))
      }
    }
  })

  test('a checked table can be looked at from the first step on, and sent', () => {
    expect(openSteps({ ...first, state: 'checked' })).toEqual(['file', 'columns', 'check', 'send'])
  })

  test('rows that come back are not read or planned anew', () => {
    expect(openSteps({ ...first, state: 'checked', retries: ['rejected'] })).toEqual(['check', 'send'])
    expect(openSteps({ ...first, state: 'checked', undoes: 'r1' })).toEqual(['check', 'send'])
  })

  test('the columns come back to who chose them, and a later round to its check', () => {
    expect(stepInView({ ...first, state: 'columns' }, null)).toBe('file')
    expect(stepInView({ ...first, state: 'columns', planFrom: 'person' }, null)).toBe('columns')
    expect(stepInView({ ...first, state: 'columns', planFrom: 'person', retries: ['rejected'] }, null)).toBe('check')
  })

  test('nothing before sending is open once rows have left', () => {
    for (const state of ['starting', 'sending', 'paused', 'stopped', 'done'] as const) {
      expect(openSteps({ ...first, state })).not.toContain('check')
    }
  })

  test('a choice holds while the run stands as it did, and gives way when it moves on', () => {
    const chosen = { step: 'result', state: 'sending' } as const
    expect(stepInView({ ...first, state: 'sending' }, chosen)).toBe('result')
    expect(stepInView({ ...first, state: 'paused' }, chosen)).toBe('send')
    expect(stepInView({ ...first, state: 'columns' }, { step: 'columns', state: 'columns' })).toBe('columns')
    expect(stepInView({ ...first, state: 'checked' }, { step: 'columns', state: 'columns' })).toBe('check')
  })
})
