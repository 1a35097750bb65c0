import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'

const project = path.resolve(import.meta.dirname, '../../..')
const folder = path.join(project, 'node_modules/.cache/balie-weak')

const replaced = (text: string, pattern: RegExp, by: string): string => {
  if (!pattern.test(text)) throw new Error(`The bundle has no ${pattern}: what weakens it has to be written anew`)
  return text.replace(pattern, by)
}

/** Makes a copy of the built app that is weakened from outside, and gives its folder: nothing in the app itself can be switched off. */
export async function makeWeakApp(): Promise<string> {
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  await cp(path.join(project, 'out'), path.join(folder, 'out'), { recursive: true })
  const preload = path.join(folder, 'out/preload/index.cjs')
  const text = await readFile(preload, 'utf8')
  // Any channel of main, and Node's own word in the page.
  const open = replaced(text, /startsWith\((["'`])balie:\1\)/, 'startsWith($1balie$1)')
  await writeFile(preload, `${open}\nrequire('electron').contextBridge.exposeInMainWorld('process', {})\n`)
  await cp(path.join(import.meta.dirname, 'weak-main.js'), path.join(folder, 'main.js'))
  const about = { name: 'balie', productName: 'Balie', version: '0.1.0', private: true, type: 'module', main: 'main.js' }
  await writeFile(path.join(folder, 'package.json'), JSON.stringify(about))
  return folder
}
