import { stat, statfs } from 'node:fs/promises'
import { openDesk, type Desk } from '../desk.ts'
import type { Emit } from '../ipc/events.ts'
import { ledgerFileIn } from '../storage/keys/own-keys.ts'
import { sealingOf } from '../storage/ledger-key.ts'
import type { DeskHandlers } from './handlers.ts'
import type { DeskPorts } from './ports.ts'

/** What the log and the marks of a closing and an opening take, beside the ledger's copy. */
const spareBytes = 16 * 1024 ** 2

/** After these there may be something to protect, or something to protect it with. */
const telling = new Set(['accounts.save', 'accounts.setSecret', 'keys.setPassphrase'])

type AnyHandler = (input: unknown) => unknown
type AnyHandlers = Record<string, Record<string, AnyHandler>>

/** On a full disk a desk that is closed may not open again; one that goes on can still say so. */
async function hasRoom(folder: string): Promise<boolean> {
  const [{ bavail, bsize }, { size }] = await Promise.all([statfs(folder), stat(ledgerFileIn(folder))])
  return bavail * bsize > 2 * size + spareBytes
}

/**
 * A desk whose ledger is sealed as soon as there is something to protect, which is before the first item of a vendor is written:
 * it is closed and opened again, as at the end of one session and the start of the next, while calls wait. It does so between two
 * calls, and only where nothing leaves, waits or is on its way in; until then, or where it can't, the desk goes on as it is.
 *
 * SECURITY: all steps are those of an end and a start, each of which a crash may come at.
 */
export async function openSealingDesk(ports: DeskPorts): Promise<Desk> {
  let isWanted = false
  /** Not before it was started, and once: what could not be sealed then waits for the end. */
  let mayLook = false
  const emit: Emit = (name, payload) => {
    ports.emit(name, payload)
    // What it waited for may be over.
    if (isWanted) setImmediate(() => void look())
  }
  const open = () => openDesk({ ...ports, emit })
  let desk = await open()
  let reopening: Promise<void> | null = null
  let isLooking = false
  let calls = 0
  let isSuspended = false

  async function reopen(): Promise<void> {
    mayLook = false
    await desk.close()
    desk = await open()
    if (isSuspended) desk.suspend()
    await desk.start()
    ports.emit('keys.changed', {})
  }
  /** A keychain may ask a person before it answers: nothing but the call that told waits for that. */
  async function canSeal(): Promise<boolean> {
    if (isLooking) return false
    isLooking = true
    try {
      isWanted = (await desk.sealsAtEnd()) && (await hasRoom(ports.folder))
    } catch (error) {
      isWanted = false
      ports.log('Whether the ledger can be sealed now is not known', error)
    }
    isLooking = false
    return isWanted
  }
  async function look(): Promise<void> {
    const isFree = () => isWanted && mayLook && !reopening && calls === 0 && desk.isQuiet()
    if (!isFree() || !(await canSeal()) || !isFree()) return
    isWanted = false
    reopening = reopen()
    reopening.then(
      () => (reopening = null),
      (error: unknown) => {
        // Nothing is open any more: the app ends, as it does where it can't start. Calls that wait fail.
        setImmediate(() => {
          throw error
        })
      },
    )
  }
  /** Resolves once there is a desk. */
  const ready = async (): Promise<Desk> => (reopening ? reopening.then(ready) : desk)
  const forwarded = (group: string, name: string): AnyHandler => {
    return async (input) => {
      calls += 1
      try {
        await ready()
        return await (desk.handlers as unknown as AnyHandlers)[group]?.[name]?.(input)
      } finally {
        calls -= 1
        if (telling.has(`${group}.${name}`)) isWanted = true
        // Before the page has its answer, so that nothing it asks next comes first.
        if (isWanted) await look()
      }
    }
  }
  const groups = Object.entries(desk.handlers).map(([group, procedures]) => [
    group,
    Object.fromEntries(Object.keys(procedures).map((name) => [name, forwarded(group, name)])),
  ])

  return {
    handlers: Object.fromEntries(groups) as DeskHandlers,
    tokens: {
      register: async (source) => (await ready()).tokens.register(source),
      take: (token) => desk.tokens.take(token),
      clear: () => desk.tokens.clear(),
      isEmpty: () => desk.tokens.isEmpty(),
    },
    streams: {
      offer: (record) => desk.streams.offer(record),
      expect: (name) => desk.streams.expect(name),
      serve: async (request) => (await ready()).streams.serve(request),
      clear: () => desk.streams.clear(),
      isEmpty: () => desk.streams.isEmpty(),
    },
    forgetPage: () => desk.forgetPage(),
    sealsAtEnd: async () => (await ready()).sealsAtEnd(),
    async start() {
      await desk.start()
      // An organisation's account may have come with this start.
      isWanted = true
      mayLook = sealingOf(ledgerFileIn(ports.folder)).state === 'open'
      await look()
    },
    // What is opened anew asks again by itself.
    networkReturned() {
      if (!reopening) desk.networkReturned()
    },
    suspend() {
      isSuspended = true
      if (!reopening) desk.suspend()
    },
    wake() {
      isSuspended = false
      if (!reopening) desk.wake()
    },
    // It was quiet when it began to be opened anew.
    unsent: () => (reopening ? 0 : desk.unsent()),
    unsentRows: () => (reopening ? 0 : desk.unsentRows()),
    isIdle: () => reopening !== null || desk.isIdle(),
    isQuiet: () => reopening === null && desk.isQuiet(),
    sendWaiting: async () => (await ready()).sendWaiting(),
    async close() {
      mayLook = false
      await (await ready()).close()
    },
  }
}
