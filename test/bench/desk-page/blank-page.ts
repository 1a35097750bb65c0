import { cp, mkdir, mkdtemp, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { build } from 'vite'

const project = path.resolve(import.meta.dirname, '../../..')

const html = `<!doctype html><meta charset="utf-8"><title>Blank</title><div id="root"></div><script type="module" src="./blank.js"></script>`
const script = `
import { createElement } from 'react'
import { createRoot } from 'react-dom/client'
createRoot(document.querySelector('#root')).render(createElement('p', null, 'Balie'))
`

/** The built app with a page that has React and one word in it: what is left is the shell's, and no page of ours can be there sooner. */
export async function blankApp(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'balie-blank-'))
  const source = path.join(folder, 'source')
  await mkdir(source)
  await Promise.all([writeFile(path.join(source, 'index.html'), html), writeFile(path.join(source, 'blank.js'), script)])
  await symlink(path.join(project, 'node_modules'), path.join(folder, 'node_modules'))
  for (const part of ['out/main', 'out/preload', 'package.json'])
    await cp(path.join(project, part), path.join(folder, part), { recursive: true })
  await build({
    configFile: false,
    logLevel: 'error',
    root: source,
    build: { outDir: path.join(folder, 'out/renderer'), emptyOutDir: true },
  })
  return folder
}
