import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { vendors } from '#shared/domain/kinds.ts'

const source = path.join(import.meta.dirname, '../../../src')

/** Where a vendor may be named: its own folders, the list on each side, the table of kinds, and what a ledger once was. */
const places = [
  /^(main|renderer|shared)\/vendors\/[a-z]+\//,
  /^(main|renderer)\/vendors\/index\.ts$/,
  /^shared\/vendors\/(index|sentences)\.ts$/,
  /^shared\/domain\/kinds\.ts$/,
  /^main\/storage\/migrations\//,
]

const files = readdirSync(source, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => path.relative(source, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/'))

test('no vendor is named outside its folders, the lists and the table of kinds, in code or in a sentence', () => {
  const names = new RegExp(vendors.join('|'), 'gi')
  const outside = files.filter((file) => !places.some((place) => place.test(file)))
  expect(outside.length).toBeGreaterThan(300)
  const named = outside.flatMap((file) => {
    const found = readFileSync(path.join(source, file), 'utf8').match(names)
    return found ? [`${file}: ${[...new Set(found)].join(', ')}`] : []
  })
  expect(named).toEqual([])
})

test('each vendor has a folder on each side', () => {
  for (const side of ['main', 'renderer', 'shared'])
    for (const vendor of vendors) expect(files.some((file) => file.startsWith(`${side}/vendors/${vendor}/index.ts`))).toBe(true)
})
