import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { parseArgs } from 'node:util'

/** `npm run test:pictures`; `-- --update` keeps what the screens look like now, `-- bulk` looks at those with that word in their name. */
const { values, positionals } = parseArgs({ options: { update: { type: 'boolean', default: false } }, allowPositionals: true })
const root = path.resolve(import.meta.dirname, '../..')
const wanted = positionals.length > 0 ? ['--grep', positionals.join('|')] : []
const args = ['test', '--config', 'playwright.pictures.config.ts', ...(values.update ? ['--update-snapshots'] : []), ...wanted]
const { status } = spawnSync(path.join(root, 'node_modules/.bin/playwright'), args, { cwd: root, stdio: 'inherit' })
process.exitCode = status ?? 1
