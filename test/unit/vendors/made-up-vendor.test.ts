import { execFile } from 'node:child_process'
import { cp, mkdir, readFile, symlink, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { temporaryFolder } from '#test/support/temporary-folder.ts'

const root = path.join(import.meta.dirname, '../../..')
const folders = path.join(root, 'test/support/made-up-vendor')

/** The lines that docs/adding-a-vendor.md asks for, beside the vendor's folders: file, the line before, the line. */
const lines: readonly (readonly [file: string, before: string, line: string])[] = [
  ['src/shared/domain/kinds.ts', 'const vendorNames = {', " counter: 'The counter',"],
  [
    'src/shared/domain/kinds.ts',
    'export const kinds = {',
    `ticket: { vendor: 'counter', actions: { create: 'POST' }, newKey: 'N', screen: 'tickets', bulk: 'tickets', attachment: false,
      testMode: false, readsBack: false, idempotencyKey: false, numbered: true, inOrder: false },`,
  ],
  ['src/shared/vendors/index.ts', "import * as z from 'zod'", "\nimport { counter } from './counter/index.ts'"],
  ['src/shared/vendors/index.ts', 'export const sharedVendors = {', ' counter,'],
  [
    'src/shared/vendors/sentences.ts',
    '',
    "import { sentences as counterEn } from './counter/languages/en.ts'\nimport { sentences as counterNl } from './counter/languages/nl.ts'\n",
  ],
  ['src/shared/vendors/sentences.ts', 'nl: {', ' ...counterNl,'],
  ['src/shared/vendors/sentences.ts', 'en: {', ' ...counterEn,'],
  ['src/main/vendors/index.ts', '', "import { counter } from './counter/index.ts'\n"],
  ['src/main/vendors/index.ts', 'export const mainVendors = {', ' counter,'],
]

/** The app's sources with the made-up vendor added as the manual says, and nothing else changed. */
async function withMadeUpVendor(copy: string): Promise<void> {
  for (const part of ['src/main', 'src/shared', 'test/faults/harness', 'test/support', 'package.json', 'tsconfig.base.json'])
    await cp(path.join(root, part), path.join(copy, part), { recursive: true })
  await symlink(path.join(root, 'node_modules'), path.join(copy, 'node_modules'), 'junction')
  await cp(path.join(folders, 'shared'), path.join(copy, 'src/shared/vendors/counter'), { recursive: true })
  await cp(path.join(folders, 'main'), path.join(copy, 'src/main/vendors/counter'), { recursive: true })
  for (const [name, before, line] of lines) {
    const file = path.join(copy, name)
    const text = await readFile(file, 'utf8')
    expect(text).toContain(before)
    await writeFile(file, text.replace(before, before + line))
  }
}

/** What its folders and the lists are checked by, without what knows them: the app's own sources are checked elsewhere. */
const project = {
  extends: './tsconfig.base.json',
  compilerOptions: {
    noEmit: true,
    composite: false,
    declaration: false,
    emitDeclarationOnly: false,
    incremental: false,
    types: ['node'],
  },
  include: ['src/**/*.d.ts', 'src/shared/vendors/counter/**/*.ts', 'src/main/vendors/counter/**/*.ts'],
  files: ['src/shared/vendors/index.ts', 'src/main/vendors/index.ts'],
}

test('a made-up vendor is its folders and a line in each list: it compiles, files, is refused, and is found again', async () => {
  const copy = await temporaryFolder()
  const data = path.join(copy, 'data')
  await mkdir(data)
  await withMadeUpVendor(copy)
  await writeFile(path.join(copy, 'tsconfig.json'), JSON.stringify(project))
  const compiler = path.join(root, 'node_modules/typescript/bin/tsc')
  const { stdout: mistakes } = await promisify(execFile)(process.execPath, [compiler, '-p', copy]).catch(
    (error: unknown) => error as { stdout: string },
  )
  expect(mistakes).toBe('')
  const clerk = path.join(copy, 'test/support/made-up-vendor/clerk.ts')
  const { stdout } = await promisify(execFile)(process.execPath, ['--disable-warning=ExperimentalWarning', clerk, data])
  expect(JSON.parse(stdout)).toMatchObject({
    // It practises from the first start, as the others do.
    account: { settings: { kind: 'counter', environment: 'practice' }, secret: { state: 'public' } },
    accepted: {
      review: { destination: { environment: 'practice' }, warnings: [] },
      item: {
        kind: 'ticket.create',
        state: 'sent',
        subject: '2026-100',
        vendorNumber: 'T-1',
        reason: { id: 'outcome.ticketTaken' },
      },
      told: { text: expect.stringContaining('order: 2026-100') },
    },
    refused: { item: { state: 'rejected', head: [{ text: 'There is no such order.' }] } },
    problems: { kind: 'invalid', fields: { question: [{ id: 'validation.required' }] } },
    found: { total: 1, items: [{ subject: '2026-100', state: 'sent' }] },
  })
})
