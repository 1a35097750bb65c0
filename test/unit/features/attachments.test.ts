import { randomBytes } from 'node:crypto'
import { readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { createFileTokens } from '#main/features/attachments/file-tokens.ts'
import { attachments, type AttachmentsDeps } from '#main/features/attachments/index.ts'
import { AppFailure } from '#main/ipc/failure.ts'
import { accountRecords } from '#main/storage/account-records.ts'
import { attachmentRecords } from '#main/storage/attachment-records.ts'
import { createVault, type AttachmentVault } from '#main/storage/attachment-vault.ts'
import { createDataKeys } from '#main/storage/data-keys.ts'
import { draftRecords, type StoredDraft } from '#main/storage/draft-records.ts'
import { openLedger } from '#main/storage/ledger.ts'
import { emptyDispute } from '#shared/vendors/billink/dispute.ts'
import { emptyNote } from '#shared/vendors/digiwallet/sale-note.ts'
import { testAccount } from '#test/support/desk.ts'
import { FakeKeychain } from '#test/support/fake-keychain.ts'
import { heic, jpg, pdf, png } from '#test/support/sample-files.ts'
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
  const chooseFile = vi.fn<AttachmentsDeps['chooseFile']>(async () => null)
  const onChange = vi.fn<AttachmentsDeps['onChange']>()
  const handlers = attachments({ drafts, attachments: records, accounts, vault, tokens, chooseFile, onChange })

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
    chooseFile,
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
    const attachment = await all.drop('half.pdf', pdf().subarray(0, 60))
    expect(attachment).toMatchObject({ name: 'half.pdf', doubt: 'cutOff' })
    expect(all.records.get(attachment.id)).toMatchObject({ doubt: 'cutOff' })
    expect(await all.drop('heel.pdf', pdf())).toMatchObject({ doubt: null })
  })

  test('a chosen file becomes the draft’s, and outlives the person’s own', async () => {
    const all = await desk()
    const path = await all.file('Factuur 12.PDF', pdf())
    all.chooseFile.mockResolvedValue(path)
    const attachment = await all.handlers.pick({ draftId: 'd1' })
    await rm(path)
    expect(attachment).toMatchObject({ name: 'Factuur 12.PDF', format: 'pdf', bytes: pdf().length, state: 'stored' })
    expect(all.chooseFile).toHaveBeenCalledWith(['png', 'pdf', 'jpg', 'jpeg', 'doc', 'docx', 'heic'])
    expect(all.drafts.get('d1')?.attachmentId).toBe(attachment?.id)
    expect((await bytesInVault(all, attachment?.id ?? '')).equals(pdf())).toBe(true)
    expect(all.onChange).toHaveBeenCalledWith(['d1'])
  })

  test('a chooser that was closed changes nothing', async () => {
    const { handlers, drafts, drop, onChange } = await desk()
    const { id } = await drop('foto.png', png())
    onChange.mockClear()
    expect(await handlers.pick({ draftId: 'd1' })).toBeNull()
    expect(drafts.get('d1')?.attachmentId).toBe(id)
    expect(onChange).not.toHaveBeenCalled()
  })

  test('a dropped file is attached by its token, once', async () => {
    const { tokens, handlers, refusalOf, file } = await desk()
    const { token } = await tokens.register({ path: await file('foto.heic', heic()) })
    expect(await handlers.attach({ draftId: 'd1', token })).toMatchObject({ name: 'foto.heic', format: 'heic' })
    expect(await refusalOf(handlers.attach({ draftId: 'd1', token }))).toBe('attachment.tokenGone')
  })

  test('a second file takes the place of the first', async () => {
    const { drop, drafts } = await desk()
    await drop('foto.png', png())
    const { id } = await drop('factuur.pdf', pdf())
    expect(drafts.get('d1')?.attachmentId).toBe(id)
  })

  test('of two drops at once the last stays, however large the first', async () => {
    const { tokens, handlers, drafts } = await desk()
    const large = await tokens.register({ name: 'groot.pdf', bytes: Buffer.concat([pdf(), randomBytes(8 * 1024 * 1024)]) })
    const small = await tokens.register({ name: 'klein.png', bytes: png() })
    const attach = ({ token }: { token: string }) => handlers.attach({ draftId: 'd1', token })
    const [, last] = await Promise.all([attach(large), attach(small)])
    expect(drafts.get('d1')?.attachmentId).toBe(last.id)
  })

  test('what was removed stays removed, though its copying had not ended', async () => {
    const { tokens, handlers, drafts } = await desk()
    const { token } = await tokens.register({ name: 'groot.pdf', bytes: Buffer.concat([pdf(), randomBytes(8 * 1024 * 1024)]) })
    await Promise.all([handlers.attach({ draftId: 'd1', token }), handlers.remove({ draftId: 'd1' })])
    expect(drafts.get('d1')?.attachmentId).toBeNull()
  })

  test('a note has no file, and a draft that is gone neither', async () => {
    const { handlers, refusalOf, chooseFile } = await desk()
    for (const draftId of ['n1', 'weg']) {
      expect(await refusalOf(handlers.pick({ draftId }))).toBe('failure.gone')
      expect(await refusalOf(handlers.remove({ draftId }))).toBe('failure.gone')
      expect(await refusalOf(handlers.preview({ draftId }))).toBe('failure.gone')
    }
    expect(chooseFile).not.toHaveBeenCalled()
  })
})

describe('a refused file leaves everything as it was', () => {
  type Desk = Awaited<ReturnType<typeof desk>>
  const attachFile = (all: Desk, name: string, bytes: Uint8Array) => all.drop(name, bytes)
  const refusals: Record<string, [expected: string, attempt: (all: Desk) => Promise<unknown>]> = {
    'another content than its name': ['attachment.otherExtension', (all) => attachFile(all, 'factuur.pdf', png())],
    'a format Billink does not take': ['attachment.format', (all) => attachFile(all, 'lijst.csv', Buffer.from('a;b'))],
    'an empty file': ['attachment.empty', (all) => attachFile(all, 'factuur.pdf', new Uint8Array())],
    'over the account’s limit': [
      'attachment.tooLargeNamed',
      (all) => attachFile(all, 'factuur.pdf', Buffer.concat([pdf(), Buffer.alloc(10 * 1024 * 1024)])),
    ],
    'a file that is gone': [
      'attachment.missing',
      (all) => {
        all.chooseFile.mockResolvedValue(join(all.folder, 'weg.pdf'))
        return Promise.resolve(all.handlers.pick({ draftId: 'd1' }))
      },
    ],
    'a folder': [
      'attachment.notAFile',
      (all) => {
        all.chooseFile.mockResolvedValue(all.folder)
        return Promise.resolve(all.handlers.pick({ draftId: 'd1' }))
      },
    ],
    'an unknown token': ['attachment.tokenGone', async (all) => all.handlers.attach({ draftId: 'd1', token: 'gok' })],
  }
  test.each(Object.entries(refusals))('%s', async (_name, [expected, attempt]) => {
    const all = await desk()
    const { id } = await all.drop('foto.png', png())
    const before = all.drafts.get('d1')
    const inVault = await readdir(all.vaultFolder)
    all.onChange.mockClear()
    expect(await all.refusalOf(attempt(all))).toBe(expected)
    expect(all.drafts.get('d1')).toEqual(before)
    expect(await readdir(all.vaultFolder)).toEqual(inVault)
    expect((await bytesInVault(all, id)).equals(png())).toBe(true)
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

describe('the preview', () => {
  test.each([
    ['foto.png', png(), 'image/png'],
    ['foto.jpg', jpg(), 'image/jpeg'],
    ['foto.jpeg', jpg(), 'image/jpeg'],
  ])('%s: its bytes as they were attached', async (name, bytes, type) => {
    const { drop, handlers } = await desk()
    await drop(name, bytes)
    expect(await handlers.preview({ draftId: 'd1' })).toEqual({ type, bytes: new Uint8Array(bytes) })
  })

  test('none without a file, for what no page can show, or for a large picture', async () => {
    const { drop, handlers } = await desk()
    expect(await handlers.preview({ draftId: 'd1' })).toBeNull()
    for (const [name, bytes] of [
      ['a.pdf', pdf()],
      ['a.heic', heic()],
      ['a.png', png(5 * 1024 * 1024)],
    ] as const) {
      await drop(name, bytes)
      expect(await handlers.preview({ draftId: 'd1' })).toBeNull()
    }
  })

  test('none of a file that is lost', async () => {
    const { drop, handlers, vault } = await desk()
    const { id } = await drop('foto.png', png())
    await vault.remove(id)
    expect(await handlers.preview({ draftId: 'd1' })).toBeNull()
  })
})
