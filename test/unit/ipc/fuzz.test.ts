import { createHash } from 'node:crypto'
import { readdirSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { appHandlers } from '#main/features/app.ts'
import { createRestore } from '#main/features/backup/restore.ts'
import { createGate } from '#main/features/keys/gate.ts'
import { updateHandlers } from '#main/features/updates.ts'
import { appOrigin, trustOnly } from '#main/ipc/sender.ts'
import { serve } from '#main/ipc/serve.ts'
import { ownKeysOf } from '#main/storage/keys/own-keys.ts'
import { contract } from '#shared/ipc/contract.ts'
import { channelOf, type Contract, type Result } from '#shared/ipc/procedure.ts'
import { bulkDesk, noteTable } from '#test/support/bulk-desk.ts'
import { settled } from '#test/support/fake-clock.ts'
import { hostileInputs } from '#test/support/fuzz/inputs.ts'

/** How often each procedure is called; `npm run test:attacks` says more. */
const rounds = Number(process.env['BALIE_FUZZ_ROUNDS'] ?? 200)
/** Recorded: another one is another run, and finds other things. */
const seed = Number(process.env['BALIE_FUZZ_SEED'] ?? 20_261_128)
/** Groups or procedures to call alone, as `templates,bulk.order`. */
const only = process.env['BALIE_FUZZ_ONLY']?.split(',')

/** The planted secrets, and as which texts they would come out. */
const planted = ['Geplante-Sleutel-Digiwallet-77', 'Geplante-Sleutel-Billink-88', 'Geplant-Proxywachtwoord-99']
const spelled = planted.flatMap((secret) => [
  secret,
  Buffer.from(secret).toString('base64').slice(0, -4),
  Buffer.from(secret).toString('hex'),
])

/** What is on disk, by what a write would change. */
function traces(folder: string): string {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8', withFileTypes: true })
  return files
    .filter((entry) => entry.isFile() && !entry.name.endsWith('-shm'))
    .map(({ parentPath, name }) => {
      const file = path.join(parentPath, name)
      const { size, mtimeNs } = statSync(file, { bigint: true, throwIfNoEntry: false }) ?? {}
      return `${file} ${size} ${mtimeNs}`
    })
    .join('\n')
}

/** The same once nothing goes on in the background any more: what one call began is no effect of the next. */
async function quiet(folder: string): Promise<string> {
  for (let last = traces(folder); ;) {
    await settled()
    const now = traces(folder)
    if (now === last) return now
    last = now
  }
}

/** The whole contract on a real desk, as main serves it to the page. */
async function servedDesk() {
  const desk = await bulkDesk()
  const saved = path.join(desk.folder, 'opgeslagen.csv')
  let asked = 0
  // A person who thinks better of it most of the time: a workbook takes a thread and a tenth of a second.
  Object.defineProperty(desk.choices, 'save', { get: () => ((asked += 1) % 25 === 1 ? saved : null) })
  await desk.desk.start()
  const digiwallet = await desk.account('notes')
  const billink = await desk.account('disputes')
  const { accounts, drafts } = desk.handlers
  await accounts.setSecret({ accountId: digiwallet, secret: planted[0] ?? '' })
  await accounts.setSecret({ accountId: billink, secret: planted[1] ?? '' })
  await desk.keychain.write('proxy/http://proxy.lan:8080', JSON.stringify({ userName: 'jan', password: planted[2] }))
  const note = await desk.fileNote(7)
  const nothing = { state: 'idle' as const }
  const app = appHandlers({
    version: '1.2.3',
    locale: () => 'nl',
    keychain: { state: () => desk.keychain.state(), detail: () => null },
    dataFolder: desk.folder,
    standIn: false,
    policy: { source: null, set: [], canExport: true, troubles: [] },
    openFolder: () => Promise.resolve(),
    logTail: () => Promise.resolve(''),
    told: () => [],
  } as never)
  const updates = updateHandlers({
    state: () => nothing,
    check: () => Promise.resolve(nothing),
    installNow: () => Promise.resolve(),
  } as never)
  const { safe } = ownKeysOf(desk.folder, desk.keychain, () => desk.clock.now())
  const unlock = createGate({ safe, changed: () => undefined, quit: () => undefined }).handlers
  const restore = createRestore({
    safe,
    folder: desk.folder,
    now: () => desk.clock.now(),
    chooseBackup: () => Promise.resolve(path.join(desk.folder, 'ledger.sqlite')),
    goOn: () => undefined,
    onProgress: () => undefined,
    log: () => undefined,
  }).handlers
  const listeners = new Map<string, (event: unknown, input: unknown) => Promise<Result<unknown>>>()
  const internal: string[] = []
  serve(
    contract,
    { ...desk.handlers, app: app.handlers, updates, unlock, restore },
    {
      ipcMain: { handle: (channel: string, listener: never) => void listeners.set(channel, listener) },
      isTrusted: trustOnly([appOrigin], () => 1),
      log: (message: string, error: unknown) =>
        internal.push(`${message}: ${error instanceof Error ? error.stack : String(error)}`),
    },
  )
  const ours = { senderFrame: { url: `${appOrigin}/index.html`, parent: null }, sender: { id: 1 } }
  const call = async (channel: string, input: unknown) => {
    const listener = listeners.get(channel)
    if (!listener) throw new Error(`No ${channel}`)
    return listener(ours, input)
  }
  const there = { draft: '', run: '', template: '' }
  /** Ids that exist, once what calls ended by then was made anew: most calls do nothing to a run that is no longer checked. */
  async function known(): Promise<string[]> {
    const { templates } = desk.handlers
    const isThere = async (id: string, get: () => Promise<boolean>) => id !== '' && (await get().catch(() => false))
    if (!(await isThere(there.draft, async () => (await drafts.get({ id: there.draft })).id !== '')))
      there.draft = (await drafts.create({ kind: 'dispute', accountId: billink, fields: {} } as never)).id
    if (!(await isThere(there.template, async () => (await templates.get({ id: there.template })).id !== '')))
      there.template = (await templates.create({ kind: 'dispute', fields: { name: 'Retour' } } as never)).id
    if (!(await isThere(there.run, async () => (await desk.get(there.run)).state === 'checked')))
      there.run = (await desk.checked(noteTable(1, 2, 3))).id
    return [digiwallet, billink, note.id, ...Object.values(there), '12345', '7', 'IDE']
  }
  return { desk, call, internal, known }
}

const procedures = Object.entries<Contract[string]>(contract).flatMap(([group, of]) =>
  Object.entries(of)
    .filter(([name]) => !only || only.includes(group) || only.includes(`${group}.${name}`))
    .map(([name, { input }]) => ({ channel: channelOf(group, name), input })),
)
const seedOf = (channel: string) => createHash('sha256').update(`${seed} ${channel}`).digest().readInt32BE()

test(
  `every procedure of the contract × ${rounds}: no fault of ours, no effect of a refused call, no secret comes out`,
  { timeout: 60_000 + rounds * procedures.length * 50 },
  async () => {
    const { desk, call, internal, known } = await servedDesk()
    const faults = new Set<string>()
    const effects: string[] = []
    const secrets: string[] = []
    let before = ''
    const tally = { calls: 0, answered: 0, refused: 0 }
    for (const { channel, input } of procedures) {
      const inputs = fc.sample(hostileInputs(input, await known()), { seed: seedOf(channel), numRuns: rounds })
      before = await quiet(desk.folder)
      // What is not of the call's shape reaches no handler: all of that is looked at together.
      const [shaped, shapeless] = [[] as unknown[], [] as unknown[]]
      for (const given of inputs) (input.safeParse(given).success ? shaped : shapeless).push(given)
      for (const group of [shapeless, ...shaped.map((given) => [given])]) {
        const kept = JSON.stringify([...desk.keychain.entries])
        let isRefused = true
        for (const given of group) {
          const result = await call(channel, given)
          tally.calls += 1
          tally[result.ok ? 'answered' : 'refused'] += 1
          const text = JSON.stringify(result)
          if (spelled.some((secret) => text.includes(secret))) secrets.push(channel)
          if (result.ok) isRefused = false
          else if (result.failure.kind === 'internal') faults.add(`${channel} ${internal.at(-1)}`)
        }
        if (!isRefused) {
          before = await quiet(desk.folder)
          continue
        }
        // The ledger says every ten seconds that it is in use: an effect is what comes back with the same calls.
        const again = async () => {
          before = await quiet(desk.folder)
          for (const given of group) await call(channel, given)
          return traces(desk.folder) !== before
        }
        const isKept = JSON.stringify([...desk.keychain.entries]) === kept
        if (!isKept || (traces(desk.folder) !== before && (await again()) && (await again())))
          effects.push(`${channel} ${JSON.stringify(group.length === 1 ? group : group.length)}`.slice(0, 300))
        before = await quiet(desk.folder)
      }
    }
    const figures = process.env['BALIE_FUZZ_FIGURES']
    if (figures)
      writeFileSync(
        figures,
        JSON.stringify({
          seed,
          procedures: procedures.length,
          ...tally,
          internal: faults.size,
          effects: effects.length,
          secrets: secrets.length,
        }),
      )
    expect.soft([...faults]).toEqual([])
    expect.soft(effects).toEqual([])
    expect.soft(secrets).toEqual([])
    expect(tally.answered).toBeGreaterThan(procedures.length)
    expect(tally.refused).toBeGreaterThan(procedures.length)
  },
)
