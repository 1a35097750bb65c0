import { weaken } from './weaken.ts'
import type { Attack } from './attack.ts'

/** A process of its own that tries every attack on the desk's modules, as they are or weakened, and prints which succeeded. */
if (process.argv[2] === 'weak') weaken()
const groups = await Promise.all([
  import('./calls.ts'),
  import('./words.ts'),
  import('./files.ts'),
  import('./stores.ts'),
  import('./evidence.ts'),
  import('./kept-files.ts'),
  import('./team.ts'),
])
const [{ calls }, { words }, { files }, { stores }, { evidence }, { keptFiles }, { team }] = groups
const won: Record<string, boolean> = {}
for (const [name, attack] of Object.entries<Attack>({
  ...calls,
  ...words,
  ...files,
  ...stores,
  ...evidence,
  ...keptFiles,
  ...team,
}))
  won[name] = await attack()
process.stdout.write(JSON.stringify(won))
