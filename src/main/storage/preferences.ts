import type ElectronStore from 'electron-store'
import { existsSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { defaultPreferences, preferencesSchema, type Preferences } from '#shared/domain/preferences.ts'
import * as z from 'zod'

const windowPlaceSchema = z.object({
  width: z.number().int().positive(),
  height: z.number().int().positive(),
  x: z.number().int().optional(),
  y: z.number().int().optional(),
  maximized: z.boolean(),
})
export type WindowPlace = z.infer<typeof windowPlaceSchema>

/** What a person set for this computer, and where the window stood. No item and no secret: those are the ledger's and the keychain's. */
export interface PreferenceFile {
  get(): Preferences
  set(changes: { [K in keyof Preferences]?: Preferences[K] | undefined }): Preferences
  windowPlace(): WindowPlace | null
  setWindowPlace(place: WindowPlace): void
  /** The unreadable file that was put aside at opening, for the log; null where all was well. */
  readonly brokenFile: string | null
}

const name = 'preferences'

/**
 * Opens the preferences in `folder`. A broken file costs a person their settings and nothing else: the app starts with the
 * defaults and keeps the file aside. A single value that is not understood, as of a newer version, falls back by itself.
 */
export async function openPreferences({
  folder,
  now = () => new Date(),
}: {
  folder: string
  now?: () => Date
}): Promise<PreferenceFile> {
  // Loaded at opening: its import asks for Electron, and this folder makes it work without.
  const { default: Store } = await import('electron-store')
  const openStore = () => new Store({ cwd: folder, name, accessPropertiesByDotNotation: false })
  const { store, brokenFile } = openOrPutAside(openStore, join(folder, `${name}.json`), now)

  const get = (): Preferences => preferencesOf(store)
  return {
    brokenFile,
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
  }
}

type Store = ElectronStore

function openOrPutAside(open: () => Store, path: string, now: () => Date): { store: Store; brokenFile: string | null } {
  try {
    return { store: open(), brokenFile: null }
  } catch (error) {
    if (!(error instanceof SyntaxError) || !existsSync(path)) throw error
    const brokenFile = path.replace(/\.json$/, `.broken-${now().toISOString().replaceAll(/[:.]/g, '-')}.json`)
    renameSync(path, brokenFile)
    return { store: open(), brokenFile }
  }
}

function preferencesOf(store: Store): Preferences {
  const entries = Object.entries(preferencesSchema.shape).map(([key, schema]) => {
    const parsed = schema.safeParse(store.get(key))
    return [key, parsed.success ? parsed.data : defaultPreferences[key as keyof Preferences]]
  })
  return preferencesSchema.parse(Object.fromEntries(entries))
}
