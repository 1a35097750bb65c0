import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/** What Chromium would offer over the app's page and Electron never does. */
const quiet = {
  translate: { enabled: false },
  translate_blocked_languages: ['nl', 'en'],
  credentials_enable_service: false,
  credentials_enable_autosignin: false,
  autofill: { enabled: false, profile_enabled: false, credit_card_enabled: false },
  payments: { can_make_payment_enabled: false },
  browser: { has_seen_welcome_page: true, show_home_button: false },
  // 5 is "open the New Tab page", which an app's window never comes to: nothing of the last session is restored.
  session: { restore_on_startup: 5 },
  profile: { exit_type: 'Normal', exited_cleanly: true, password_manager_enabled: false, password_manager_leak_detection: false },
} as const

type Json = { [key: string]: unknown }
const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value)

const merged = (into: Json, from: Json): Json => ({
  ...into,
  ...Object.fromEntries(
    Object.entries(from).map(([key, value]) => {
      const before = into[key]
      return [key, isObject(value) && isObject(before) ? merged(before, value) : value]
    }),
  ),
})

function read(file: string): Json {
  try {
    const stored: unknown = JSON.parse(readFileSync(file, 'utf8'))
    return isObject(stored) ? stored : {}
  } catch {
    // Chromium, too, begins anew with preferences that it can't read.
    return {}
  }
}

/** Puts all bubbles of the browser's own off in a profile, before Chromium opens it; one that was killed counts as closed. */
export function quietProfile(profile: string): void {
  const file = path.join(profile, 'Default', 'Preferences')
  mkdirSync(path.dirname(file), { recursive: true })
  const stored = existsSync(file) ? read(file) : {}
  writeFileSync(file, JSON.stringify(merged(stored, quiet)))
  // SECURITY: a browser writes down what stands in the fields of its pages, to restore them; Electron does not. Where a file stands in
  // place of its folder, it can't.
  const sessions = path.join(profile, 'Default', 'Sessions')
  rmSync(sessions, { recursive: true, force: true })
  writeFileSync(sessions, '')
}
