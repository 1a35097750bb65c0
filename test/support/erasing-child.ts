import { dieAtStep } from './dying.ts'

/** A process of its own that goes on with erasing a person, and dies at the step that it is told: a file's, or a commit's. */
const { step, folder, entries, now } = JSON.parse(process.argv[2] ?? '{}') as {
  step: number
  folder: string
  entries: [string, string][]
  now: number
}
const steps = dieAtStep(step)
const { hookLedger } = await import('#test/faults/harness/ledger-hooks.ts')
const { openDesk } = await import('#main/desk.ts')
const { faultPorts } = await import('#test/faults/harness/ports.ts')
const { FakeClock } = await import('./fake-clock.ts')
const { FakeKeychain } = await import('./fake-keychain.ts')
hookLedger(({ at, sql }) => {
  if (at === 'before' && /^(?:COMMIT|VACUUM)|wal_checkpoint/.test(sql)) steps.take()
})
const keychain = new FakeKeychain()
for (const [entry, secret] of entries) keychain.entries.set(entry, secret)
const clock = new FakeClock(now)
const desk = await openDesk(faultPorts({ folder, holdSeconds: 0, clock, keychain }))
const opened = steps.taken()
await desk.start()
while ((await desk.handlers.privacy.state(undefined)).erasing !== null) await clock.pass(500)
process.stdout.write(JSON.stringify({ opened, done: steps.taken() }))
process.exit(0)
