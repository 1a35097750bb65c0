import type * as keytarModule from 'keytar'
import { lacksSessionBus, troubleOf, type KeychainTrouble } from './keychain-errors.ts'

export interface KeychainProblem {
  state: KeychainTrouble
  /** The system's own words, for the log. */
  detail: string
}

/** `missing` means that the keychain was open and certainly holds no such entry. */
export type KeychainAnswer = { state: 'stored'; secret: string } | { state: 'missing' } | KeychainProblem
export type KeychainDone = { state: 'done' } | KeychainProblem
export type KeychainState = 'available' | KeychainTrouble

/** The system's keychain: the only place where a secret outlives the session. Never throws: each answer has its own next step. */
export interface Keychain {
  read(entry: string): Promise<KeychainAnswer>
  write(entry: string, secret: string): Promise<KeychainDone>
  /** Done as well where there was no such entry. */
  remove(entry: string): Promise<KeychainDone>
  /** As last seen; looks for itself where nothing was seen yet, and never brings a dismissed question back. */
  state(): Promise<KeychainState>
}

export interface SystemKeychain extends Keychain {
  /** The system's own words of the last trouble, for the person who helps; null while all is well. */
  detail(): string | null
}

type Keytar = Pick<typeof keytarModule, 'getPassword' | 'setPassword' | 'deletePassword'>

export interface KeychainOptions {
  service?: string
  /** How long a person may take to type the keyring's password. */
  timeoutMs?: number
  /** How long a screen that only wants to know the state waits. */
  stateTimeoutMs?: number
  load?: () => Promise<Keytar>
  platform?: NodeJS.Platform
  env?: NodeJS.ProcessEnv
  log?(message: string, error: unknown): void
}

/**
 * keytar is native, optional and archived upstream: it is loaded at first use and nothing else in the app imports it. By its
 * file, since the entry of a package inside an `app.asar` is found only by a patch of Electron's Node.
 */
const loadKeytar = async (): Promise<Keytar> => (await import('keytar/lib/keytar.js')).default

const probeEntry = 'probe'

const troubles: readonly string[] = ['no-keychain', 'broken', 'locked', 'denied'] satisfies KeychainTrouble[]
const isTrouble = (state: string): state is KeychainTrouble => troubles.includes(state)

/** The keychain of this system, one question at a time: a person can answer only one, and a waiting one holds a thread. */
export function createKeychain({
  service = 'Balie',
  timeoutMs = 60_000,
  stateTimeoutMs = 5_000,
  load = loadKeytar,
  platform = process.platform,
  env = process.env,
  log = () => undefined,
}: KeychainOptions = {}): SystemKeychain {
  let keytar: Promise<Keytar> | null = null
  let turn: Promise<unknown> = Promise.resolve()
  let seen: KeychainState | null = null
  let lastWords: string | null = null

  const note = <T extends { state: string }>(answer: T): T => {
    const state: KeychainState = isTrouble(answer.state) ? answer.state : 'available'
    const words = state !== 'available' && 'detail' in answer ? String(answer.detail) : null
    // A computer without a keychain is told on screen, and is no trouble of its own.
    if (words !== null && words !== lastWords && state !== 'no-keychain') log(`The keychain is ${state}`, words)
    seen = state
    lastWords = words
    return answer
  }

  const ask = async <T extends { state: string }>(question: (store: Keytar) => Promise<T>): Promise<T | KeychainProblem> => {
    let store: Keytar
    try {
      if (lacksSessionBus(platform, env)) return { state: 'no-keychain', detail: 'This session has no D-Bus.' }
      store = await (keytar ??= load())
    } catch (error) {
      keytar = null
      return { state: 'broken', detail: messageOf(error) }
    }
    try {
      return await question(store)
    } catch (error) {
      const detail = messageOf(error)
      return { state: troubleOf(detail), detail }
    }
  }

  /** A question that was given up before its turn came is not put any more: a late write would store what nobody expects. */
  const inTurn = <T extends { state: string }>(
    question: (store: Keytar) => Promise<T>,
    ms: number,
  ): Promise<T | KeychainProblem> => {
    let expired = false
    let timer: NodeJS.Timeout | undefined
    const waited: KeychainProblem = { state: 'locked', detail: `No answer within ${ms} ms; a question may be waiting on screen.` }
    const run = turn.then(async () => (expired ? waited : note(await ask(question))))
    turn = run
    const limit = new Promise<KeychainProblem>((resolve) => {
      timer = setTimeout(() => {
        expired = true
        resolve(note(waited))
      }, ms)
    })
    return Promise.race([run, limit]).finally(() => clearTimeout(timer))
  }

  /**
   * libsecret answers "nothing there" for a locked keyring whose question was dismissed. Believing it would overwrite the
   * vault's key. Only a write tells the two apart, so on Linux "nothing there" is believed after one that succeeded.
   */
  const provenOpen = async (store: Keytar): Promise<void> => {
    if (platform !== 'linux') return
    await store.setPassword(service, probeEntry, 'probe')
    await store.deletePassword(service, probeEntry)
  }

  const lookUp = async (store: Keytar, entry: string): Promise<KeychainAnswer> => {
    const secret = await store.getPassword(service, entry)
    if (secret !== null) return { state: 'stored', secret }
    await provenOpen(store)
    return { state: 'missing' }
  }

  return {
    read: (entry) => inTurn((store) => lookUp(store, entry), timeoutMs),
    write: (entry, secret) =>
      inTurn(async (store) => {
        await store.setPassword(service, entry, secret)
        return { state: 'done' as const }
      }, timeoutMs),
    remove: (entry) =>
      inTurn(async (store) => {
        if (!(await store.deletePassword(service, entry))) await provenOpen(store)
        return { state: 'done' as const }
      }, timeoutMs),
    async state() {
      const couldPrompt = platform === 'linux' && (seen === 'locked' || seen === 'denied')
      if (seen && (seen === 'available' || couldPrompt)) return seen
      const answer = await inTurn((store) => lookUp(store, probeEntry), stateTimeoutMs)
      return answer.state === 'stored' || answer.state === 'missing' ? 'available' : answer.state
    },
    detail: () => lastWords,
  }
}

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error))
