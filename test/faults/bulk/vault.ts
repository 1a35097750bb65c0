import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'

/** What the vault holds that no item names, or does not hold although one does. What was put away for a week is neither. */
export function sweptProblem(folder: string, named: ReadonlySet<string>): string {
  const vault = path.join(folder, 'attachments')
  const files = (existsSync(vault) ? readdirSync(vault) : []).filter((name) => name !== 'removed')
  const ids = new Set(files.filter((name) => !name.endsWith('.part')).map((name) => name.slice(0, name.indexOf('.'))))
  const unnamed = files.filter((name) => !named.has(name.slice(0, name.indexOf('.'))))
  const missing = [...named].filter((id) => !ids.has(id))
  return unnamed.length + missing.length === 0 ? '' : `${unnamed.length} files too many in the vault, ${missing.length} too few`
}
