import { existsSync, readFileSync } from 'node:fs'
import type { Plugin } from 'vite'
import { readManual, manualFiles } from '#tools/manual/read-manual.ts'
import { inProject } from '#tools/setup/project.mjs'

const all = 'virtual:manual'
const one = /^\0virtual:manual\/(.+)$/

/** Puts the manuals of `docs/` in the window's bundle, each language a part that is loaded when it is read, with the addresses of its pictures. */
export const manual = (): Plugin => ({
  name: 'manual',
  resolveId: (id) => (id === all || id.startsWith(`${all}/`) ? `\0${id}` : null),
  load(id) {
    if (id === `\0${all}`) {
      const parts = Object.keys(manualFiles).map((language) => `${language}: () => import('${all}/${language}')`)
      return `export const manuals = { ${parts.join(', ')} }`
    }
    const language = one.exec(id)?.[1] as keyof typeof manualFiles | undefined
    if (!language) return null
    const file = inProject('docs', manualFiles[language])
    this.addWatchFile(file)
    const read = readManual(readFileSync(file, 'utf8'))
    const named = read.chapters.flatMap(({ blocks }) =>
      blocks.flatMap((block) => (block.type === 'picture' ? [block.address] : [])),
    )
    // The tour takes a new one with an app that is built without it; test/unit/manual tells of what is missing.
    const addresses = named.filter((address) => existsSync(inProject('docs', address)))
    const imports = addresses.map(
      (address, index) => `import p${index} from ${JSON.stringify(inProject('docs', ...address.split('/')))}`,
    )
    const places = addresses.map((address, index) => `${JSON.stringify(address)}: p${index}`)
    return `${imports.join('\n')}
const places = { ${places.join(', ')} }
const read = ${JSON.stringify(read)}
const placed = (block) => (block.type === 'picture' ? { ...block, address: places[block.address] ?? '' } : block)
export const manual = { ...read, chapters: read.chapters.map((chapter) => ({ ...chapter, blocks: chapter.blocks.map(placed) })) }
`
  },
})
