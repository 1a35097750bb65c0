import { describe, expect, test } from 'vitest'
import { check, closingLine, noReason, readClosingLine, runnerOutcome, total } from '#tools/setup/totals.mjs'

const green = { passed: 3, failed: 0, skipped: [] }

describe('what a runner reports against how it ended', () => {
  test('its report stands when both agree', () => {
    expect(runnerOutcome(0, green)).toEqual(green)
    expect(runnerOutcome(1, { passed: 2, failed: 4, skipped: [] })).toEqual({ passed: 2, failed: 4, skipped: [] })
  })

  test('a crash after green tests is a failure', () => {
    expect(runnerOutcome(1, green)).toEqual({ passed: 3, failed: 1, skipped: [] })
  })

  test('no report is a failure, even with exit code 0', () => {
    expect(runnerOutcome(0, undefined)).toEqual({ passed: 0, failed: 1, skipped: [] })
  })

  test('a command without a report is one check', () => {
    expect(check(0)).toEqual({ passed: 1, failed: 0, skipped: [] })
    expect(check(2)).toEqual({ passed: 0, failed: 1, skipped: [] })
  })
})

describe('the closing line', () => {
  test('adds up all runners', () => {
    const skipped = [{ title: 'on Windows', reason: 'this is Linux' }]
    const all = total([check(0), { passed: 40, failed: 1, skipped }, { passed: 2, failed: 0, skipped: [] }])
    expect(closingLine(all)).toBe('43 passed, 1 failed, 1 skipped')
    expect(all.skipped).toEqual(skipped)
  })

  test('of a runner of our own is read with its reasons', () => {
    const printed =
      'kill: 20 rounds\nskipped: full disk: needs root to mount a small one\n2 passed, 9 failed, 0 skipped\n7 passed, 0 failed, 1 skipped\n'
    expect(readClosingLine(printed)).toEqual({
      passed: 7,
      failed: 0,
      skipped: [{ title: 'full disk', reason: 'needs root to mount a small one' }],
    })
  })

  test('shows a skip that nobody explained', () => {
    expect(readClosingLine('0 passed, 0 failed, 2 skipped\n')?.skipped.map(({ reason }) => reason)).toEqual([noReason, noReason])
  })

  test('is not taken from the middle of a sentence', () => {
    expect(readClosingLine('so far 3 passed, 0 failed, 0 skipped of 9')).toBeUndefined()
  })
})
