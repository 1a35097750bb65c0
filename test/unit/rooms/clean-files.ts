import { kindNames, kinds } from '#shared/domain/kinds.ts'

const [kind] = kindNames
const { vendor } = kinds[kind]

/** Files that keep the rules, and that the violations point at. Nobody may complain about them. */
export const clean = {
  'src/shared/domain/words.ts': `import * as z from 'zod'\nexport const word = z.string()\nexport type Word = z.infer<typeof word>\n`,
  'src/main/parts/adder.ts': `import type { Word } from '#shared/domain/words.ts'\nexport const add = (words: Word[], word: Word): Word[] => [...words, word]\n`,
  'src/main/window.ts': `import { app } from 'electron'\nexport const quit = (): void => app.quit()\n`,
  'src/main/ipc/answer.ts': `import { ipcMain } from 'electron'\nexport const listen = (): void => void ipcMain.on('a', () => undefined)\n`,
  'src/main/storage/keychain.ts': `export const load = async (): Promise<unknown> => import('keytar')\n`,
  'src/main/storage/preferences.ts': `import Store from 'electron-store'\nexport const open = (): Store => new Store()\n`,
  'src/main/storage/database.ts': `import { DatabaseSync } from 'node:sqlite'\nexport const open = (): DatabaseSync => new DatabaseSync(':memory:')\n`,
  'src/main/storage/books.ts': `import { open } from './database.ts'\nexport const books = open()\n`,
  'src/main/upstream/pool.ts': `import { Agent } from 'undici'\nexport const agent = (): Agent => new Agent()\n`,
  'src/main/team/postgres.ts': `export const load = async (): Promise<unknown> => import('pg')\n`,
  'src/main/practice/server.ts': `import { createServer, type Server } from 'node:http'\nexport const serve = (): Server => createServer()\n`,
  [`src/main/vendors/${vendor}/own.ts`]: `import { two } from '../../parts/two.ts'\nimport { one } from './deep/one.ts'\nexport const own = (item: { kind: string }): number => (item.kind === '${kind}' ? one : two)\n`,
  [`src/main/vendors/${vendor}/deep/one.ts`]: `export const one = 1\n`,
  'src/main/parts/two.ts': `export const two = 2\n`,
  'src/main/features/one/index.ts': `import { add } from '../../parts/adder.ts'\nimport { help } from './deep/help.ts'\nexport const one = (): string[] => add([], help)\n`,
  'src/main/features/one/deep/help.ts': `export const help = 'help'\n`,
  'src/main/features/one/deep/near.ts': `import { other } from '../other.ts'\nexport const near = other\n`,
  'src/main/features/one/other.ts': `export const other = 'other'\n`,
  'src/main/features/two.ts': `export const two = 2\n`,
  'src/renderer/features/one/One.tsx': `import { help } from './deep/help.ts'\nexport const One = () => <p>{help}</p>\n`,
  'src/renderer/features/one/deep/help.ts': `import { shade } from '../../../lib/shade.ts'\nexport const help = shade\n`,
  'src/renderer/features/two/Two.tsx': `export const Two = () => <p>2</p>\n`,
  'src/renderer/lib/shade.ts': `export const shade = 'grey'\n`,
  // Some packages' types bring those of Node along; none that the screens use may.
  'src/renderer/lib/packages.ts': ['@tanstack/react-query', 'react-aria-components', 'react-hook-form', 'react-intl']
    .map((name, index) => `export * as package${index} from '${name}'\n`)
    .join(''),
  'src/preload/index.ts': `import { contextBridge } from 'electron'\nimport type { Word } from '#shared/domain/words.ts'\nconst name: Word = 'balie'\ncontextBridge.exposeInMainWorld(name, {})\n`,
}
