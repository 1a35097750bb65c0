import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'

const sources = path.resolve(import.meta.dirname, '../../../src/main')

/** What makes a file or a folder: by a name, and by opening one to write. Handles and our own functions write to what is there. */
const making =
  /(?<![.\w])(?:(?:writeFile|appendFile|copyFile|mkdir|mkdtemp|link|cp)(?:Sync)?|createWriteStream|new Store)\(|(?<![.\w])open(?:File|Sync)?\([^()]*'[wa]x?\+?'/g
const makesFolder = /^mkd/

/** Those that say no rights, and why each needs none. */
const byWhatIsThere: Readonly<Record<string, string>> = {
  'storage/opened-copies.ts writeFile': 'a stream of a file that is there, which Windows alone has',
  'storage/move-data-folder.ts cpSync': 'the rights of what is copied, in a folder of its own',
  'storage/ledger-identity/set-aside.ts copyFileSync': 'the rights of the ledger',
  'storage/ledger-identity/without-log.ts linkSync': 'another name of the ledger',
  'storage/ledger-identity/without-log.ts copyFileSync': 'the rights of the ledger',
  'privacy/log-lines.ts writeFile': 'adds to what was made a line before',
}

/** A call with all that it is given. */
function callAt(text: string, at: number): string {
  let depth = 0
  for (let end = text.indexOf('(', at); end < text.length; end += 1) {
    if (text[end] === '(') depth += 1
    if (text[end] === ')') depth -= 1
    if (depth === 0) return text.slice(at, end + 1)
  }
  return text.slice(at)
}

/** Every place that makes something on the disk, and whether it says that nobody else may read it. */
function writersIn(file: string, text: string): { name: string; isOnesOwn: boolean }[] {
  const code = text.replaceAll(/^\s*(?:\/\/|\*|\/\*|import ).*$/gm, '')
  const calls = [...code.matchAll(making)].map(({ index }) => {
    const call = callAt(code, index)
    const name = call.slice(0, call.indexOf('(')).replace('new ', '')
    const rights = makesFolder.test(name) ? '0o700' : '0o600'
    return { name: `${file} ${name}`, isOnesOwn: call.includes(rights) }
  })
  // SQLite goes by the umask, and takes an empty file that is there.
  const copies = [...code.matchAll(/VACUUM(?: \w+)? INTO/g)].map(({ index }) => ({
    name: `${file} VACUUM INTO`,
    isOnesOwn: /openSync\([^()]*'wx', 0o600\)/.test(code.slice(0, index)),
  }))
  return [...calls, ...copies]
}

const writers = readdirSync(sources, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts'))
  .flatMap((name) => writersIn(name.replaceAll('\\', '/'), readFileSync(path.join(sources, name), 'utf8')))

test('whatever main writes is its person’s alone: files 0600, folders 0700, exports too', () => {
  const open = writers.filter(({ name, isOnesOwn }) => !isOnesOwn && !(name in byWhatIsThere))
  expect(open.map(({ name }) => name)).toEqual([])
  const files = new Set(writers.map(({ name }) => name.split(' ')[0]))
  const known = [
    'storage/whole-file.ts',
    'bulk/runs/exports.ts',
    'privacy/hand-over.ts',
    'storage/preferences.ts',
    'storage/ledger.ts',
  ]
  expect(known.filter((name) => !files.has(name))).toEqual([])
  expect(Object.keys(byWhatIsThere).filter((name) => !writers.some((one) => one.name === name))).toEqual([])
})

test.each([
  ['writeFileSync(file, text)', false],
  ['await mkdir(folder, { recursive: true })', false],
  ['mkdirSync(folder, { recursive: true, mode: 0o700 })', true],
  ["await open(path, 'w')", false],
  ["await open(path, 'wx', 0o600)", true],
  ["db.prepare('VACUUM INTO ?').run(to)", false],
  ["closeSync(openSync(to, 'wx', 0o600))\ndb.prepare('VACUUM INTO ?').run(to)", true],
])('a writer is seen for what it is: %s', (code, isOnesOwn) => {
  expect(writersIn('x.ts', code).every((one) => one.isOnesOwn)).toBe(isOnesOwn)
  expect(writersIn('x.ts', code)).not.toEqual([])
})
