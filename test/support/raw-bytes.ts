import { existsSync, lstatSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { openDatabase } from '#main/storage/database.ts'
import { sealingOf } from '#main/storage/ledger-key.ts'

/** How a text may be spelled on a disk: letters apart from their accents, two bytes each, in base64 wherever it begins, in hex. */
export function spellings(text: string): Buffer[] {
  const words = [
    ...new Set([text, text.normalize('NFD'), text.toUpperCase(), text.toLowerCase(), JSON.stringify(text).slice(1, -1)]),
  ]
  return words.flatMap((word) => {
    const plain = Buffer.from(word, 'utf8')
    const base64 = [0, 1, 2].map((shift) => {
      const encoded = Buffer.concat([Buffer.alloc(shift), plain]).toString('base64')
      // What stands beside it changes the letters at both ends.
      return Buffer.from(encoded.slice(shift === 0 ? 0 : 4, Math.floor((shift + plain.length) / 3) * 4))
    })
    const utf16 = Buffer.from(word, 'utf16le')
    return [
      plain,
      utf16,
      Buffer.from(utf16).swap16(),
      Buffer.from(plain.toString('hex')),
      ...base64.filter(({ length }) => length >= 8),
    ]
  })
}

const logHeader = 32
const frameHeader = 24

/** The frames of a write-ahead log in layers, each with no page twice: those that no longer count are among them. */
function layersOf(log: Buffer): Map<number, Buffer>[] {
  if (log.length < logHeader) return []
  const pageSize = log.readUInt32BE(8)
  const layers: Map<number, Buffer>[] = []
  for (let at = logHeader; at + frameHeader + pageSize <= log.length; at += frameHeader + pageSize) {
    const page = log.readUInt32BE(at)
    const content = log.subarray(at + frameHeader, at + frameHeader + pageSize)
    const layer = layers.find((one) => !one.has(page)) ?? new Map<number, Buffer>()
    if (layer.size === 0) layers.push(layer)
    layer.set(page, content)
  }
  return layers
}

/** A sealed file with each of its pages opened, those in use by nothing among them. */
function opened(folder: string, bytes: Buffer, key: Buffer): Buffer {
  const file = path.join(folder, 'opened.sqlite')
  writeFileSync(file, bytes)
  const db = openDatabase(file, { key })
  try {
    db.exec("PRAGMA journal_mode = DELETE; PRAGMA rekey = ''")
  } finally {
    db.close()
  }
  return readFileSync(file)
}

/** A ledger's file, and its log frame by frame, as they stand: opened under its key where it is sealed. */
function* ledgerBytes(file: string, key: Buffer | null): Generator<Buffer> {
  const bytes = readFileSync(file)
  const log = existsSync(`${file}-wal`) ? readFileSync(`${file}-wal`) : Buffer.alloc(0)
  if (key === null || sealingOf(file).state === 'open') return yield* [bytes, log]
  const folder = mkdtempSync(path.join(tmpdir(), 'balie-pages-'))
  try {
    yield opened(folder, bytes, key)
    for (const layer of layersOf(log)) {
      const pageSize = log.readUInt32BE(8)
      const pages = Math.max(bytes.length / pageSize, ...layer.keys())
      const whole = Buffer.alloc(pages * pageSize, bytes)
      bytes.copy(whole)
      for (const [page, content] of layer) content.copy(whole, (page - 1) * pageSize)
      yield opened(folder, whole, key)
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Where in a folder one of these texts stands, in any spelling; the ledger is read by its pages. */
export function findInFolder(folder: string, texts: readonly string[], key: Buffer | null = null): string[] {
  const forms = texts.flatMap((text) => spellings(text).map((bytes) => ({ text, bytes })))
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  return names.flatMap((name) => {
    const file = path.join(folder, name)
    if (!lstatSync(file).isFile()) return []
    // Copies of before an upgrade and those that were kept aside are read as the ledger is.
    const isLedger = path.basename(name) === 'ledger.sqlite' || /\.before-\d+$/.test(name)
    for (const bytes of isLedger ? ledgerBytes(file, key) : [readFileSync(file), Buffer.from(name)]) {
      const found = forms.find((form) => bytes.includes(form.bytes))
      if (found) return [`${name}: ${found.text}`]
    }
    return []
  })
}
