import { EventEmitter } from 'node:events'
import { expect, test } from 'vitest'
import { endOnUncaught } from '#main/shell/uncaught.ts'
import type { Language } from '#shared/languages/index.ts'
import { sayIn } from '#main/text/say.ts'

function ending(saveWhatCanBe: () => Promise<unknown>, locale: Language = 'nl') {
  const acts: string[] = []
  const exited = Promise.withResolvers<number>()
  const process = new EventEmitter()
  endOnUncaught({
    process: process as unknown as NodeJS.Process,
    say: () => sayIn(locale),
    errorBox: (title, content) => acts.push(`${title}: ${content.split('\n').at(-1)}`),
    log: (message) => acts.push(message),
    saveWhatCanBe: () => {
      acts.push('save')
      return saveWhatCanBe()
    },
    exit(code) {
      acts.push('exit')
      exited.resolve(code)
    },
    patienceMs: 1,
  })
  return { acts, exited: exited.promise, process }
}

test.each(['uncaughtException', 'unhandledRejection'])(
  '%s is logged, saved for, said in Dutch, and ends the app',
  async (event) => {
    const { acts, exited, process } = ending(() => Promise.resolve())
    process.emit(event, new Error('boem'))
    expect(await exited).toBe(1)
    expect(acts).toEqual([expect.stringContaining('nobody caught'), 'save', 'Balie is gestopt door een fout: boem', 'exit'])
  },
)

test('a ledger that hangs or fails does not keep it alive, and a second error says nothing twice', async () => {
  const hangs = ending(() => new Promise(() => {}), 'en')
  hangs.process.emit('uncaughtException', new Error('first'))
  hangs.process.emit('uncaughtException', new Error('second'))
  expect(await hangs.exited).toBe(1)
  expect(hangs.acts.filter((act) => act.startsWith('Balie stopped'))).toEqual(['Balie stopped because of an error: first'])

  const fails = ending(() => Promise.reject(new Error('closed')))
  fails.process.emit('unhandledRejection', 'no error at all')
  expect(await fails.exited).toBe(1)
  expect(fails.acts).toContain('Not everything could be kept')
  expect(fails.acts.at(-2)).toContain('no error at all')
})
