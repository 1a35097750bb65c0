import type ElectronStore from 'electron-store'
import { join } from 'node:path'
import { defaultPreferences, preferencesSchema, type Preferences } from '#shared/domain/preferences.ts'
import type { Told } from '#shared/domain/told.ts'
import * as z from 'zod'
import { renameSync } from './rename.ts'

const windowPlaceSchema = z.object({
  width: z.number().int().positive(),
  height: z.number().int().positive(),
  x: z.number().int().optional(),
  y: z.number().int().optional(),
  maximized: z.boolean(),
})
export type WindowPlace = z.infer<typeof windowPlaceSchema>

/** What is said once in a lifetime: what a page tells, and the offer of a recovery code. */
export type ToldOnce = Told['id'] | 'recovery-code'

/** What a person set for this computer, and where the window stood. No item and no secret: those are the ledger's and the keychain's. */
export interface PreferenceFile {
  get(): Preferences
  set(changes: { [K in keyof Preferences]?: Preferences[K] | undefined }): Preferences
  windowPlace(): WindowPlace | null
  setWindowPlace(place: WindowPlace): void
  /** The folder that a kind of file was last chosen in. */
  lastFolder(kind: string): string | undefined
  setLastFolder(kind: string, folder: string): void
  /** Forgets the folders that something is said of, as those that are called after a customer. */
  forgetFolders(isToGo: (folder: string) => boolean): void
  /** Whether a person has been told this on this computer; what is told once in a lifetime. */
  wasTold(id: ToldOnce): boolean
  setTold(id: ToldOnce): void
  /** When a backup was last made on this computer. */
  lastBackup(): string | null
  setLastBackup(at: string): void
  /** When the newest feed of newer versions that was seen here was signed, in milliseconds; null where none was. */
  feedDates: { newest(): number | null; keep(signedAt: number): void }
  /** What a person has to be told once: their settings are gone, or cannot be kept. Null where all was well. */
  readonly trouble: Told | null
}

const name = 'preferences'

/**
 * Opens the preferences in `folder`. A broken file costs a person their settings and nothing else: the app starts with the
 * defaults and keeps the file aside. A single value that is not understood, as of a newer version, falls back by itself.
 */
export async function openPreferences({
  folder,
  now = () => new Date(),
  log = () => undefined,
}: {
  folder: string
  now?: () => Date
  log?: (message: string, error: unknown) => void
}): Promise<PreferenceFile> {
  // Loaded at opening: its import asks for Electron, and this folder makes it work without.
  const { default: Store } = await import('electron-store')
  // SECURITY: this person's alone, whatever the umask.
  const openStore = () => new Store({ cwd: folder, name, accessPropertiesByDotNotation: false, configFileMode: 0o600 })
  const { store, trouble } = openOrPutAside(openStore, join(folder, `${name}.json`), now, log)

  const get = (): Preferences => preferencesOf(store)
  return {
    trouble,
    get,
    set(changes) {
      const given = Object.entries(changes).filter(([, value]) => value !== undefined)
      const next = preferencesSchema.parse({ ...get(), ...Object.fromEntries(given) })
      store.set(next)
      return next
    },
    windowPlace() {
      const place = windowPlaceSchema.safeParse(store.get('window'))
      return place.success ? place.data : null
    },
    setWindowPlace(place) {
      store.set('window', place)
    },
    lastFolder: (kind) => foldersOf(store)[kind],
    setLastFolder(kind, chosen) {
      store.set('folders', { ...foldersOf(store), [kind]: chosen })
    },
    forgetFolders(isToGo) {
      store.set('folders', Object.fromEntries(Object.entries(foldersOf(store)).filter(([, one]) => !isToGo(one))))
    },
    wasTold: (id) => toldOf(store).includes(id),
    setTold(id) {
      store.set('told', [...toldOf(store), id])
    },
    lastBackup() {
      const at = z.iso.datetime().safeParse(store.get('lastBackup'))
      return at.success ? at.data : null
    },
    setLastBackup(at) {
      store.set('lastBackup', at)
    },
    feedDates: {
      newest() {
        const signedAt = z.number().safeParse(store.get('newestFeed'))
        return signedAt.success ? signedAt.data : null
      },
      keep(signedAt) {
        store.set('newestFeed', signedAt)
      },
    },
  }
}

/** As much of a store as is used here; without a disk that can be written, memory is one for the session. */
type Store = Pick<ElectronStore, 'get'> & { set(values: object): void; set(key: string, value: unknown): void }

function openOrPutAside(
  open: () => Store,
  path: string,
  now: () => Date,
  log: (message: string, error: unknown) => void,
): { store: Store; trouble: Told | null } {
  try {
    return { store: open(), trouble: null }
  } catch (error) {
    log('The preferences could not be read', error)
  }
  try {
    const brokenFile = path.replace(/\.json$/, `.broken-${now().toISOString().replaceAll(/[:.]/g, '-')}.json`)
    renameSync(path, brokenFile)
    return { store: open(), trouble: { id: 'preferences-reset', file: brokenFile } }
  } catch (error) {
    log('The preferences could not be put aside', error)
    return { store: memoryStore(), trouble: { id: 'preferences-unwritable', file: path } }
  }
}

/** Settings that last for this session: work goes on, and whoever changes one is told that it will not be kept. */
function memoryStore(): Store {
  const values = new Map<string, unknown>()
  return {
    get: (key: string) => values.get(key),
    set(given: object | string, value?: unknown) {
      for (const [key, one] of typeof given === 'string' ? [[given, value] as const] : Object.entries(given)) values.set(key, one)
    },
  } as Store
}

function foldersOf(store: Store): Record<string, string> {
  const folders = z.record(z.string(), z.string()).safeParse(store.get('folders'))
  return folders.success ? folders.data : {}
}

function toldOf(store: Store): string[] {
  const told = z.array(z.string()).safeParse(store.get('told'))
  return told.success ? told.data : []
}

function preferencesOf(store: Store): Preferences {
  const entries = Object.entries(preferencesSchema.shape).map(([key, schema]) => {
    const parsed = schema.safeParse(store.get(key))
    return [key, parsed.success ? parsed.data : defaultPreferences[key as keyof Preferences]]
  })
  return preferencesSchema.parse(Object.fromEntries(entries))
}
