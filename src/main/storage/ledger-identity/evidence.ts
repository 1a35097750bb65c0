import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

const namesIn = (folder: string): string[] => {
  try {
    return readdirSync(folder, { recursive: true, encoding: 'utf8' })
  } catch {
    return []
  }
}

/** They name accounts from the moment there is a ledger. */
function preferencesNameAccounts(file: string): boolean {
  try {
    const { activeAccounts } = JSON.parse(readFileSync(file, 'utf8')) as { activeAccounts?: Record<string, unknown> }
    return Object.values(activeAccounts ?? {}).some((id) => typeof id === 'string')
  } catch {
    return false
  }
}

/** What the log says once a ledger is open. */
export const openedWords = 'Opened the ledger of this folder'

function logTellsOfLedger(folder: string): boolean {
  return namesIn(folder).some((name) => {
    try {
      return readFileSync(path.join(folder, name), 'utf8').includes(openedWords)
    } catch {
      return false
    }
  })
}

/**
 * What in a data folder can only be there because a ledger was. A folder is new where none of it is: an empty ledger in any
 * other would know nothing of these files, and take them for leftovers.
 */
export function evidenceOfUse(folder: string): string[] {
  const names = namesIn(folder).map((name) => name.replaceAll(path.sep, '/'))
  const found = [
    ...names.filter((name) => /^attachments\/.*\.(sealed|plain)$/.test(name) || /^runs\/./.test(name)).slice(0, 1),
    ...names.filter((name) => /^ledger\.sqlite\.(?:before-\d+|keys)$/.test(name)),
  ]
  if (preferencesNameAccounts(path.join(folder, 'preferences.json'))) found.push('preferences.json')
  if (logTellsOfLedger(path.join(folder, 'logs'))) found.push('logs')
  return found
}
