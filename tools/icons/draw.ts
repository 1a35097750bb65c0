import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { drawIcons, resources } from './icons.ts'

/** `npm run icons`: after the drawing changed. */
for (const [name, bytes] of await drawIcons()) {
  const file = join(resources, name)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, bytes)
}
