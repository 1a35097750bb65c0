import { expect, test } from 'vitest'
import { ledgerDialogs } from '#main/ledger-dialogs.ts'
import { reportStartFailure } from '#main/start-failure.ts'
import {
  LedgerDamaged,
  LedgerHeldElsewhere,
  LedgerInUse,
  LedgerMissing,
  LedgerOnNetwork,
  LedgerSealed,
  LedgerTooNew,
} from '#main/storage/ledger-failures.ts'
import { sayIn } from '#main/text/say.ts'

const file = '/data/ledger.sqlite'

function boxes(error: unknown): string[][] {
  const shown: string[][] = []
  reportStartFailure(error, '/data', { errorBox: (title, text) => shown.push([title, text]) }, sayIn('en'))
  return shown
}

test.each([
  [new LedgerDamaged(file, 'x'), "Balie's ledger is damaged"],
  [new LedgerMissing(file, ['runs']), "Balie's ledger is gone"],
  [new LedgerTooNew(file), 'Install the newest Balie'],
  [new LedgerInUse(file), 'Balie is open already'],
  [new LedgerOnNetwork(file, 'nfs4'), 'The ledger lies on a network folder'],
  [new LedgerSealed(file, 'locked'), "Balie can't open its encrypted ledger"],
  [new LedgerSealed(file, 'denied'), "Balie can't open its encrypted ledger"],
  [new LedgerSealed(file, 'no-keychain'), "Balie can't open its encrypted ledger"],
  [new LedgerSealed(file, 'broken'), "Balie can't open its encrypted ledger"],
  [new LedgerSealed(file, 'missing'), "Balie can't open its encrypted ledger"],
  [new LedgerSealed(file, 'other'), "Balie can't open its encrypted ledger"],
  [new Error('disk full'), 'Balie cannot start'],
])('%s has a title and says where', (error, title) => {
  const [[shown, text] = []] = boxes(error)
  expect([shown, text?.includes('/data')]).toEqual([title, true])
})

test('whoever chose to quit is not told a second time', () => {
  const told = new LedgerDamaged(file, 'x')
  told.wasTold = true
  expect([boxes(told), boxes(new LedgerHeldElsewhere(file, 'laptop'))]).toEqual([[], []])
})

test('questions about the ledger name what they are about, and quit by default', async () => {
  const asked: Electron.MessageBoxOptions[] = []
  const dialogs = ledgerDialogs({
    dialogs: { ask: (options) => (asked.push(options), Promise.resolve(1)), errorBox: () => undefined },
    say: () => sayIn('nl'),
    exit: () => undefined,
    log: () => undefined,
  })
  const why = new LedgerMissing(file, ['runs'])
  expect(await dialogs.startEmpty(why)).toBe(true)
  expect(why.wasTold).toBe(true)
  expect(await dialogs.takeOver({ host: 'laptop-2', heartbeat: Date.UTC(2026, 10, 27, 12) })).toBe(true)
  dialogs.inDoubt('older-copy')
  expect(asked.map(({ message, defaultId, cancelId }) => [message, defaultId, cancelId])).toEqual([
    ['Het logboek van Balie ontbreekt', 0, 0],
    ['Het logboek is open op laptop-2', 0, 0],
    ['Alles wat nog wacht, vraagt het je eerst', undefined, undefined],
  ])
  expect(asked[0]?.detail).toContain(file)
  expect(asked[1]?.detail).toContain('27 november 2026')
  expect(asked[2]?.detail).toContain('oudere kopie')
})
