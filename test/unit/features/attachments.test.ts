import { randomBytes } from 'node:crypto'
import { readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { evidenceOf } from '#main/features/attachments/evidence.ts'
import { keepSources } from '#main/features/attachments/keep-sources.ts'
import { createFileTokens } from '#main/features/attachments/file-tokens.ts'
import { attachments, type AttachmentsDeps } from '#main/features/attachments/index.ts'
import { createFileStreams } from '#main/features/attachments/streams.ts'
import { turns } from '#main/features/attachments/turns.ts'
import { AppFailure } from '#main/ipc/failure.ts'
import { accountRecords } from '#main/storage/account-records.ts'
import { attachmentRecords } from '#main/storage/attachment-records.ts'
import { createVault, type AttachmentVault } from '#main/storage/attachment-vault.ts'
import { createDataKeys } from '#main/storage/data-keys.ts'
import { draftRecords, type StoredDraft } from '#main/storage/draft-records.ts'
import { draftSourceRecords } from '#main/storage/draft-source-records.ts'
import { openLedger } from '#main/storage/ledger.ts'
import { emptyDispute } from '#shared/vendors/billink/dispute.ts'
import { emptyNote } from '#shared/vendors/digiwallet/sale-note.ts'
import { testAccount } from '#test/support/desk.ts'
import { FakeKeychain } from '#test/support/fake-keychain.ts'
import { doc, heic, jpg, pdf, png } from '#test/support/sample-files.ts'
import { webpPicture } from '#test/support/evidence-samples.ts'
import { temporaryFolder } from '#test/support/temporary-folder.ts'

async function desk(change: (vault: AttachmentVault) => AttachmentVault = (vault) => vault) {
  const folder = await temporaryFolder()
  const ledger = openLedger(join(folder, 'ledger.sqlite'))
  onTestFinished(() => ledger.close())
  const [drafts, accounts, records] = [draftRecords(ledger), accountRecords(ledger), attachmentRecords(ledger)]
  for (const kind of ['billink', 'digiwallet'] as const) accounts.save(testAccount(kind, kind))
  const common = { attachmentId: null, refusal: null, sourceId: null, revision: 1, createdAt: 1, updatedAt: 1 }
  const draft: StoredDraft = {
    ...common,
    id: 'd1',
    accountId: 'billink',
    kind: 'dispute',
    fields: { ...emptyDispute, invoice: 'F1' },
  }
  drafts.insert(draft)
  drafts.insert({ ...common, id: 'n1', accountId: 'digiwallet', kind: 'note', fields: emptyNote })
  const keychain = new FakeKeychain()
  const vaultFolder = join(folder, 'vault')
  const vault = change(createVault({ folder: vaultFolder, keys: createDataKeys(keychain) }))
  const tokens = createFileTokens()
  const chooseFiles = vi.fn<AttachmentsDeps['chooseFiles']>(async () => [])
  const onChange = vi.fn<AttachmentsDeps['onChange']>()
  const opened: { name: string; bytes: Buffer }[] = []
  const sources = draftSourceRecords(ledger)
  const attachmentView: Parameters<typeof evidenceOf>[0]['attachmentView'] = async (id) => {
    const record = id === null ? null : records.get(id)
    return record && { ...record, state: await vault.check(record) }
  }
  const streams = createFileStreams({ vault, tokens, folder: '/evidence/' })
  const evidence = evidenceOf({ drafts, sources, attachments: records, accounts, vault, attachmentView })
  const handlers = attachments({
    ledger,
    drafts,
    attachments: records,
    sources,
    records: { get: () => null },
    evidence,
    keepSources: keepSources({ ledger, drafts, attachments: records, sources, evidence }),
    accounts,
    vault,
    tokens,
    streams,
    turns: turns(),
    chooseFiles,
    async openOutside(name, bytes) {
      const pieces: Buffer[] = []
      for await (const piece of bytes) pieces.push(Buffer.from(piece))
      opened.push({ name, bytes: Buffer.concat(pieces) })
    },
    onChange,
  })

  const drop = async (name: string, bytes: Uint8Array) =>
    handlers.attach({ draftId: 'd1', token: (await tokens.register({ name, bytes })).token })
  const refusalOf = async (attaching: unknown) => {
    try {
      await attaching
    } catch (error) {
      if (error instanceof AppFailure)
        return 'id' in error.failure.message ? error.failure.message.id : error.failure.message.text
      throw error
    }
    throw new Error('Expected a refusal')
  }
  const file = async (name: string, bytes: Uint8Array) => {
    const path = join(folder, name)
    await writeFile(path, bytes)
    return path
  }
  return {
    folder,
    vaultFolder,
    ledger,
    drafts,
    accounts,
    records,
    draft,
    keychain,
    vault,
    tokens,
    streams,
    sources,
    opened,
    chooseFiles,
    onChange,
    handlers,
    drop,
    refusalOf,
    file,
  }
}

/** The bytes as a later send would read them. */
async function bytesInVault({ vault, records }: Awaited<ReturnType<typeof desk>>, id: string): Promise<Buffer> {
  const record = records.get(id)
  const all: Uint8Array[] = []
  if (record) for await (const piece of vault.read(record)) all.push(piece)
  return Buffer.concat(all)
}

describe('attaching', () => {
  test('a file that may not open elsewhere is taken, and what speaks against it is kept with it', async () => {
    const all = await desk()
    const { file } = await all.drop('half.pdf', pdf().subarray(0, 60))
    expect(file).toMatchObject({ name: 'half.pdf', doubt: 'cutOff' })
    expect(all.records.get(file?.id ?? '')).toMatchObject({ doubt: 'cutOff' })
  })

  test('one chosen file that is fine goes byte for byte, and outlives the person’s own', async () => {
    const all = await desk()
    const path = await all.file('Factuur 12.PDF', pdf())
    all.chooseFiles.mockResolvedValue([path])
    expect(await all.handlers.pick({ draftId: 'd1' })).toEqual({ refused: [] })
    await rm(path)
    const { state, file, sources } = await all.handlers.of({ draftId: 'd1' })
    expect(state).toBe('as-it-is')
    expect(sources).toHaveLength(1)
    expect(file).toMatchObject({ name: 'Factuur 12.PDF', format: 'pdf', bytes: pdf().length, state: 'stored' })
    expect(all.drafts.get('d1')?.attachmentId).toBe(file?.id)
    expect((await bytesInVault(all, file?.id ?? '')).equals(pdf())).toBe(true)
    expect(all.onChange).toHaveBeenCalledWith(['d1'])
  })

  test('a chooser that was closed changes nothing', async () => {
    const { handlers, drafts, drop, onChange } = await desk()
    const { file } = await drop('foto.png', png())
    onChange.mockClear()
    expect(await handlers.pick({ draftId: 'd1' })).toEqual({ refused: [] })
    expect(drafts.get('d1')?.attachmentId).toBe(file?.id)
    expect(onChange).not.toHaveBeenCalled()
  })

  test('of several chosen files one that cannot go keeps none of the others, and is said', async () => {
    const all = await desk()
    all.chooseFiles.mockResolvedValue([
      await all.file('a.png', png()),
      await all.file('lijst.csv', Buffer.from('a;b')),
      await all.file('b.pdf', pdf()),
    ])
    const { refused } = await all.handlers.pick({ draftId: 'd1' })
    expect(refused).toEqual([{ id: 'attachment.format', values: { name: 'lijst.csv', extension: 'csv' } }])
    const { sources } = await all.handlers.of({ draftId: 'd1' })
    expect(sources.map(({ name }) => name)).toEqual(['a.png', 'b.pdf'])
  })

  test('a dropped file is attached by its token, once', async () => {
    const { tokens, handlers, refusalOf, file } = await desk()
    const { token } = await tokens.register({ path: await file('foto.heic', heic()) })
    expect((await handlers.attach({ draftId: 'd1', token })).file).toMatchObject({ name: 'foto.heic', format: 'heic' })
    expect(await refusalOf(handlers.attach({ draftId: 'd1', token }))).toBe('attachment.tokenGone')
  })

  test('what was removed stays removed, and of two drops at once both stay, in their order', async () => {
    const { tokens, handlers, drop } = await desk()
    const { sources } = await drop('weg.png', png())
    const large = await tokens.register({ name: 'groot.pdf', bytes: Buffer.concat([pdf(), randomBytes(8 * 1024 * 1024)]) })
    const small = await tokens.register({ name: 'klein.png', bytes: png() })
    const attach = ({ token }: { token: string }) => handlers.attach({ draftId: 'd1', token })
    const [, , last] = await Promise.all([
      attach(large),
      handlers.remove({ draftId: 'd1', sourceId: sources[0]?.id ?? '' }),
      attach(small),
    ])
    expect(last.sources.map(({ name }) => name)).toEqual(['groot.pdf', 'klein.png'])
  })

  test('a note has no file, and a draft that is gone neither', async () => {
    const { handlers, refusalOf, chooseFiles } = await desk()
    for (const draftId of ['n1', 'weg']) {
      expect(await refusalOf(handlers.pick({ draftId }))).toBe('failure.gone')
      expect(await refusalOf(handlers.remove({ draftId, sourceId: 'x' }))).toBe('failure.gone')
      expect(await refusalOf(Promise.resolve().then(() => handlers.open({ draftId, sourceId: null })))).toBe('failure.gone')
    }
    expect(chooseFiles).not.toHaveBeenCalled()
  })
})

describe('a refused file leaves everything as it was', () => {
  type Desk = Awaited<ReturnType<typeof desk>>
  const attachFile = (all: Desk, name: string, bytes: Uint8Array) => all.drop(name, bytes)
  const refusals: Record<string, [expected: string, attempt: (all: Desk) => Promise<unknown>]> = {
    'another content than its name': ['attachment.otherExtension', (all) => attachFile(all, 'factuur.pdf', png())],
    'a format Billink does not take': ['attachment.format', (all) => attachFile(all, 'lijst.csv', Buffer.from('a;b'))],
    'an empty file': ['attachment.empty', (all) => attachFile(all, 'factuur.pdf', new Uint8Array())],
    'an unknown token': ['attachment.tokenGone', async (all) => all.handlers.attach({ draftId: 'd1', token: 'gok' })],
  }
  test.each(Object.entries(refusals))('%s', async (_name, [expected, attempt]) => {
    const all = await desk()
    const { file } = await all.drop('foto.png', png())
    const before = all.drafts.get('d1')
    const inVault = await readdir(all.vaultFolder)
    all.onChange.mockClear()
    expect(await all.refusalOf(attempt(all))).toBe(expected)
    expect(all.drafts.get('d1')).toEqual(before)
    expect(await readdir(all.vaultFolder)).toEqual(inVault)
    expect((await bytesInVault(all, file?.id ?? '')).equals(png())).toBe(true)
    expect(all.onChange).not.toHaveBeenCalled()
  })

  test.each([
    ['locked', 'attachment.keychainLocked'],
    ['denied', 'attachment.keychainDenied'],
  ] as const)('a keychain that is %s', async (state, expected) => {
    const { keychain, drop, drafts, refusalOf } = await desk()
    keychain.now = state
    expect(await refusalOf(drop('foto.png', png()))).toBe(expected)
    expect(drafts.get('d1')?.attachmentId).toBeNull()
  })

  test('the draft was filed or removed while its file was copied', async () => {
    const { drop, drafts, refusalOf, vaultFolder } = await desk((vault) => ({
      ...vault,
      async store(...args) {
        const stored = await vault.store(...args)
        drafts.remove('d1', 2)
        return stored
      },
    }))
    expect(await refusalOf(drop('foto.png', png()))).toBe('failure.gone')
    expect(await readdir(vaultFolder)).toEqual([])
  })
})

describe('what goes of several files', () => {
  test.each<[name: string, files: [string, Buffer][], state: string]>([
    ['one that Billink takes', [['a.jpeg', jpg()]], 'as-it-is'],
    ['one under another ending of its kind', [['a.jfif', jpg()]], 'to-make'],
    ['one of a kind that Billink does not take', [['a.webp', webpPicture()]], 'to-make'],
    ['one that is larger than the account’s limit', [['a.png', png(11 * 1024 * 1024)]], 'to-make'],
    [
      'several',
      [
        ['a.png', png()],
        ['b.pdf', pdf()],
      ],
      'to-make',
    ],
    ['Word alone', [['a.doc', doc()]], 'as-it-is'],
    [
      'Word beside others',
      [
        ['a.doc', doc()],
        ['b.pdf', pdf()],
      ],
      'stopped',
    ],
  ])('%s', async (_name, files, state) => {
    const { drop, drafts } = await desk()
    let last: Awaited<ReturnType<typeof drop>> | null = null
    for (const [name, bytes] of files) last = await drop(name, bytes)
    expect(last?.state).toBe(state)
    // Nothing goes, rather than less than a person thinks.
    expect(drafts.get('d1')?.attachmentId !== null).toBe(state === 'as-it-is')
    expect(last?.stopped).toEqual(state === 'stopped' ? { id: 'evidence.wordBesideOthers', values: { name: 'a.doc' } } : null)
  })

  const facts = { pages: 2, step: 0, before: 100, pictured: [] }

  test('what was put together goes, until one of its files changes; one file alone goes as it is again', async () => {
    const { drop, handlers, tokens, drafts } = await desk()
    await drop('bon.png', png())
    const before = await drop('brief.pdf', pdf())
    const { token } = await tokens.register({ name: 'made.pdf', bytes: pdf() })
    const made = await handlers.made({ draftId: 'd1', version: before.version, token, made: facts })
    expect(made).toMatchObject({
      state: 'made',
      file: { name: 'bon +1.pdf', format: 'pdf' },
      made: { names: ['bon.png', 'brief.pdf'] },
    })
    expect(drafts.get('d1')?.attachmentId).toBe(made.file?.id)
    expect(await handlers.making({ draftId: 'd1' })).toBeNull()

    const [, brief] = made.sources
    const turned = await handlers.edit({
      draftId: 'd1',
      sourceId: brief?.id ?? '',
      edits: { turns: { 0: 1 }, left: [], asIs: false },
    })
    expect(turned.state).toBe('to-make')
    expect(drafts.get('d1')?.attachmentId).toBeNull()
    const alone = await handlers.remove({ draftId: 'd1', sourceId: brief?.id ?? '' })
    expect(alone).toMatchObject({ state: 'as-it-is', file: { name: 'bon.png' } })
  })

  test('what was made of files that have changed since is dropped, and leaves nothing in the vault', async () => {
    const { drop, handlers, tokens, vaultFolder } = await desk()
    await drop('a.png', png())
    const { version, sources } = await drop('b.png', png())
    await handlers.order({ draftId: 'd1', ids: sources.map(({ id }) => id).toReversed() })
    const inVault = await readdir(vaultFolder)
    const { token } = await tokens.register({ name: 'made.pdf', bytes: pdf() })
    const after = await handlers.made({ draftId: 'd1', version, token, made: facts })
    expect(after).toMatchObject({ state: 'to-make', file: null })
    expect(after.sources.map(({ name }) => name)).toEqual(['b.png', 'a.png'])
    expect(await readdir(vaultFolder)).toEqual(inVault)
  })

  test.each([
    ['no PDF', png(), 'attachment.otherExtension'],
    ['larger than may go', Buffer.concat([pdf(), Buffer.alloc(11 * 1024 * 1024)]), 'attachment.tooLargeNamed'],
  ])('SECURITY: what a page hands in as made is checked as any file: %s', async (_name, bytes, expected) => {
    const { drop, handlers, tokens, vaultFolder, drafts, refusalOf } = await desk()
    await drop('a.png', png())
    const { version } = await drop('b.png', png())
    const inVault = await readdir(vaultFolder)
    const { token } = await tokens.register({ name: 'made.pdf', bytes })
    expect(await refusalOf(handlers.made({ draftId: 'd1', version, token, made: facts }))).toBe(expected)
    expect(drafts.get('d1')?.attachmentId).toBeNull()
    expect(await readdir(vaultFolder)).toEqual(inVault)
  })

  test('a draft from before files were kept one by one has its file, which another one joins', async () => {
    const { drop, handlers, sources } = await desk()
    const { file } = await drop('oud.pdf', pdf())
    sources.replace('d1', [])
    expect(await handlers.of({ draftId: 'd1' })).toMatchObject({
      state: 'as-it-is',
      sources: [{ name: 'oud.pdf' }],
      file: { id: file?.id },
    })
    expect((await drop('nieuw.png', png())).sources.map(({ name }) => name)).toEqual(['oud.pdf', 'nieuw.png'])
  })

  test('a file that is lost, or whose record is, holds the rest back by its name', async () => {
    const { drop, handlers, vault, sources, ledger } = await desk()
    await drop('a.png', png())
    await drop('b.png', png())
    const [first] = sources.of('d1')
    await vault.remove(first?.fileId ?? '')
    expect(await handlers.of({ draftId: 'd1' })).toMatchObject({
      state: 'stopped',
      stopped: { id: 'attachment.lost', values: { name: 'a.png' } },
    })
    ledger.db.exec(`UPDATE draft_sources SET edits = '{' WHERE name = 'b.png'`)
    await handlers.remove({ draftId: 'd1', sourceId: first?.id ?? '' })
    expect(await handlers.of({ draftId: 'd1' })).toMatchObject({
      state: 'stopped',
      stopped: { id: 'attachment.lost', values: { name: 'b.png' } },
    })
  })

  test('there is room for fifty', async () => {
    const { drop, refusalOf } = await desk()
    for (let count = 0; count < 50; count += 1) await drop(`${count}.png`, png())
    expect(await refusalOf(drop('51.png', png()))).toBe('evidence.tooMany')
  })
})

describe('streams of files', () => {
  const get = (path: string, method = 'GET', body?: BodyInit) =>
    new Request(`app://balie${path}`, { method, ...(body === undefined ? {} : { body }) })

  test('SECURITY: a path gives its one file, once; nothing else, and to a page that was loaded anew nothing at all', async () => {
    const { drop, handlers, streams } = await desk()
    await drop('foto.png', png())
    const open = async () => (await handlers.open({ draftId: 'd1', sourceId: null })).path
    const path = await open()
    const answer = await streams.serve(get(path))
    expect(answer.headers.get('Content-Security-Policy')).toBe("default-src 'none'; sandbox")
    expect(Buffer.from(await answer.arrayBuffer()).equals(png())).toBe(true)
    expect((await streams.serve(get(path))).status).toBe(404)
    expect((await streams.serve(get('/evidence/geraden'))).status).toBe(404)
    expect((await streams.serve(get(await open(), 'POST', 'x'))).status).toBe(405)
    const left = await open()
    streams.clear()
    expect((await streams.serve(get(left))).status).toBe(404)
  })

  test('what a worker brings becomes a file like one that was dropped', async () => {
    const { handlers, streams } = await desk()
    const { path } = handlers.receive({ draftId: 'd1', name: '../bon.pdf' }) as { path: string }
    const { token } = (await (await streams.serve(get(path, 'POST', new Uint8Array(pdf())))).json()) as { token: string }
    expect(await handlers.attach({ draftId: 'd1', token })).toMatchObject({ file: { name: 'bon.pdf' } })
  })

  test('SECURITY: another program gets a file under the ending of what it is', async () => {
    const { drop, handlers, opened } = await desk()
    await drop('a<b>.doc', doc())
    await handlers.openOutside({ draftId: 'd1', sourceId: null })
    expect(opened).toEqual([{ name: 'a_b_.doc', bytes: doc() }])
  })
})
