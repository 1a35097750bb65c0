import { mkdir, readdir, rm, statfs, truncate, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { afterCrash, bulkDesk, disputeTable, type BulkDeskUnderTest } from '#test/support/bulk-desk.ts'
import { settled } from '#test/support/fake-clock.ts'
import { answers, nameOf } from '#test/support/played-vendor.ts'
import { jpg, pdf, png } from '#test/support/sample-files.ts'
import { zipArchive } from '#test/support/zip-archive.ts'

/** A folder of the clerk's own with these files. */
async function folderWith(desk: BulkDeskUnderTest, files: Record<string, Buffer>): Promise<string> {
  const folder = path.join(desk.folder, 'Bijlagen')
  for (const [name, bytes] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(folder, name)), { recursive: true })
    await writeFile(path.join(folder, name), bytes)
  }
  desk.choices.files = folder
  return folder
}

/** The vendor reads each file to its end, as a request does. */
function readsFiles(desk: BulkDeskUnderTest) {
  const read = new Map<string, Promise<Buffer>>()
  desk.vendor.answer = (payload, { file }) => {
    if (payload.kind === 'dispute' && file) {
      read.set(
        payload.dispute.invoice,
        (async () => {
          const chunks: Uint8Array[] = []
          for await (const chunk of file.read()) chunks.push(chunk)
          return Buffer.concat(chunks)
        })(),
      )
    }
    return answers.accepts('88')
  }
  return read
}

describe('disputes with files', () => {
  test.for(['folder', 'zip'] as const)('out of a %s take them along, whatever becomes of it afterwards', async (from) => {
    const desk = await bulkDesk()
    const files = { 'bon.pdf': pdf(), 'map/foto.PNG': png() }
    const folder = await folderWith(desk, files)
    const archive = path.join(desk.folder, 'bijlagen.zip')
    await writeFile(archive, zipArchive(Object.entries(files).map(([name, data]) => ({ name, data }))))
    if (from === 'zip') desk.choices.files = archive
    const { id, counts } = await desk.checked(
      disputeTable({ invoice: 'F-1' }, { invoice: 'F-2', file: 'bon.pdf' }, { invoice: 'F-3', file: 'foto.png' }),
      'disputes',
    )
    expect(counts).toMatchObject({ good: 1, faulty: 2 })
    expect((await desk.row(id, 3)).problems['file']).toEqual([{ id: 'bulk.file.noSource', values: { name: 'bon.pdf' } }])
    const chosen = await desk.bulk.chooseFiles({ runId: id, source: from })
    expect(chosen).toMatchObject({ files: { name: from === 'zip' ? 'bijlagen.zip' : 'Bijlagen', count: 2 }, counts: { good: 3 } })
    expect(await desk.bulk.confirmation({ runId: id })).toMatchObject({ total: 3, create: 3, test: 0 })

    desk.vendor.holdBack()
    await desk.start(id)
    await desk.until('row one is under way', () => desk.vendor.waiting.length === 1)
    await desk.until('the folder is let go of', async () => (await readdir(path.join(desk.folder, 'runs'))).length === 0)
    await rm(folder, { recursive: true })
    await rm(archive)
    const read = readsFiles(desk)
    desk.vendor.letGo()
    await desk.reaches(id, 'done')
    const names = desk.vendor.tries.map(({ payload, file }) => [nameOf(payload), file?.name ?? null])
    expect(Object.fromEntries(names)).toEqual({ 'F-1': null, 'F-2': 'bon.pdf', 'F-3': 'foto.PNG' })
    expect(await read.get('F-2')).toEqual(pdf())
    expect(await read.get('F-3')).toEqual(png())
    // What was sent is not wrong because its folder is gone.
    expect(await desk.outcomes(id)).toEqual({ 2: 'sent', 3: 'sent', 4: 'sent' })
    expect(await desk.row(id, 3)).toMatchObject({ standing: 'good', problems: {}, outcome: { number: '88' } })
  })

  test('that are missing, of no kind or too many for a row are faulty', async () => {
    const desk = await bulkDesk()
    await folderWith(desk, {
      'bon.pdf': pdf(),
      'los.exe': png(),
      'a/x.jpg': jpg(),
      'b/x.jpg': jpg(),
      'leeg.pdf': Buffer.alloc(0),
    })
    const files = ['bon.pdf', 'weg.pdf', 'los.exe', 'x.jpg', 'a/x.jpg', 'leeg.pdf', 'bon.pdf; x.jpg', '../bon.pdf']
    const { id } = await desk.checked(disputeTable(...files.map((file, at) => ({ invoice: `F-${at}`, file }))), 'disputes')
    await desk.bulk.chooseFiles({ runId: id, source: 'folder' })
    const said = (await desk.rows(id)).map(({ problems }) => {
      const [first] = problems['file'] ?? []
      return first && 'id' in first ? first.id : null
    })
    expect(said).toEqual([
      null,
      'bulk.file.missing',
      'attachment.format',
      'bulk.file.ambiguous',
      null,
      'attachment.empty',
      'bulk.file.several',
      'bulk.file.escapes',
    ])
  })

  test('whose content is another than their name says stop the start at that row', async () => {
    const desk = await bulkDesk()
    await folderWith(desk, { 'goed.pdf': pdf(), 'fout.pdf': png() })
    const { id } = await desk.checked(
      disputeTable({ invoice: 'F-1', file: 'goed.pdf' }, { invoice: 'F-2', file: 'fout.pdf' }),
      'disputes',
    )
    expect(await desk.bulk.chooseFiles({ runId: id, source: 'folder' })).toMatchObject({ counts: { good: 2 } })
    await desk.start(id)
    await desk.reaches(id, 'checked')
    await desk.until('it says why', async () => (await desk.get(id)).pauseReason !== null)
    expect(await desk.get(id)).toMatchObject({
      pauseReason: { id: 'bulk.start.fileRefused', values: { row: 3 } },
      counts: { good: 1, faulty: 1 },
      progress: null,
    })
    expect((await desk.row(id, 3)).problems['file']).toMatchObject([{ id: 'attachment.otherExtension' }])
    expect(desk.vendor.tries).toEqual([])
    // The rest can go without it, or with another file in its place.
    await folderWith(desk, { 'fout.pdf': pdf() })
    expect(await desk.bulk.chooseFiles({ runId: id, source: 'folder' })).toMatchObject({ counts: { good: 2, faulty: 0 } })
    await desk.start(id)
    await desk.reaches(id, 'done')
    expect(await desk.progress(id)).toMatchObject({ total: 2, sent: 2 })
  })

  test('that may not open elsewhere are told before anything leaves, once, and go where a person starts again', async () => {
    const desk = await bulkDesk()
    await folderWith(desk, { 'goed.pdf': pdf(), 'half.pdf': pdf().subarray(0, 60), 'half.png': png().subarray(0, 50) })
    const rows = ['goed.pdf', 'half.pdf', 'half.png'].map((file, at) => ({ invoice: `F-${at}`, file }))
    const { id } = await desk.checked(disputeTable(...rows), 'disputes')
    await desk.bulk.chooseFiles({ runId: id, source: 'folder' })
    await desk.start(id)
    await desk.until('it says why', async () => (await desk.get(id)).pauseReason !== null)
    expect(await desk.get(id)).toMatchObject({
      state: 'checked',
      pauseReason: { id: 'bulk.start.filesDoubted', values: { count: 2 } },
      counts: { good: 3, faulty: 0 },
      findings: [{ severity: 'warning', message: { id: 'attachment.doubt.cutOff' }, rows: 2 }],
    })
    expect((await desk.rows(id)).map(({ warnings }) => warnings.length)).toEqual([0, 1, 1])
    expect(desk.vendor.tries).toEqual([])
    await desk.start(id)
    await desk.reaches(id, 'done')
    expect(await desk.progress(id)).toMatchObject({ total: 3, sent: 3 })
  })

  test('that cannot be unpacked stop the start at their row', async () => {
    const desk = await bulkDesk()
    desk.choices.files = path.join(desk.folder, 'bijlagen.zip')
    const broken = { name: 'stuk.pdf', data: pdf(), packed: Buffer.from('this was never deflated') }
    await writeFile(desk.choices.files, zipArchive([{ name: 'bon.pdf', data: pdf() }, broken]))
    const { id } = await desk.checked(
      disputeTable({ invoice: 'F-1', file: 'bon.pdf' }, { invoice: 'F-2', file: 'stuk.pdf' }),
      'disputes',
    )
    expect(await desk.bulk.chooseFiles({ runId: id, source: 'zip' })).toMatchObject({ counts: { good: 2 } })
    await desk.start(id)
    await desk.until('it says why', async () => (await desk.get(id)).pauseReason !== null)
    expect(await desk.get(id)).toMatchObject({ pauseReason: { id: 'bulk.start.fileRefused', values: { row: 3 } } })
    const sentence = { id: 'bulk.files.notZip', values: { name: 'bijlagen.zip', limit: 10 } }
    expect((await desk.row(id, 3)).problems['file']).toEqual([sentence])
    expect(desk.vendor.tries).toEqual([])
  })

  test('that vanish between the check and the start send nothing', async () => {
    const desk = await bulkDesk()
    const folder = await folderWith(desk, { 'bon.pdf': pdf() })
    const { id } = await desk.checked(disputeTable({ invoice: 'F-1' }, { invoice: 'F-2', file: 'bon.pdf' }), 'disputes')
    await desk.bulk.chooseFiles({ runId: id, source: 'folder' })
    await rm(path.join(folder, 'bon.pdf'))
    await desk.start(id)
    await desk.until('it says why', async () => (await desk.get(id)).pauseReason !== null)
    expect(await desk.get(id)).toMatchObject({ pauseReason: { id: 'bulk.start.fileRefused', values: { row: 3 } } })
    expect(desk.vendor.tries).toEqual([])
  })

  test('that the disk cannot hold send nothing, and say how much is needed', async () => {
    const desk = await bulkDesk()
    const folder = await folderWith(desk, { 'groot.pdf': pdf() })
    const bytes = 100 * 1024 * 1024
    // Takes no room itself: all of it but its beginning is a hole.
    await truncate(path.join(folder, 'groot.pdf'), bytes)
    const accountId = await desk.account('disputes')
    const { settings } = (await desk.handlers.accounts.list(undefined)).find((account) => account.id === accountId) ?? {}
    if (settings?.kind === 'billink')
      await desk.handlers.accounts.save({ accountId, settings: { ...settings, maxFileMegabytes: 100 } })
    const { bavail, bsize } = await statfs(desk.folder)
    const rows = Array.from({ length: Math.ceil((bavail * bsize) / bytes) }, (_, at) => ({
      invoice: `F-${at}`,
      file: 'groot.pdf',
    }))
    const { id } = await desk.checked(disputeTable(...rows), 'disputes')
    await desk.bulk.chooseFiles({ runId: id, source: 'folder' })
    await desk.start(id)
    await desk.until('it says why', async () => (await desk.get(id)).pauseReason !== null)
    const { pauseReason, state } = await desk.get(id)
    expect([state, pauseReason]).toMatchObject([
      'checked',
      { id: 'bulk.start.noSpace', values: { needed: rows.length * 100 + 200 } },
    ])
    expect(desk.vendor.tries).toEqual([])
  })

  test('survive a crash, and go with their rows afterwards', async () => {
    const desk = await bulkDesk()
    await folderWith(desk, { 'bon.pdf': pdf() })
    const { id } = await desk.checked(disputeTable({ invoice: 'F-1' }, { invoice: 'F-2', file: 'bon.pdf' }), 'disputes')
    await desk.bulk.chooseFiles({ runId: id, source: 'folder' })
    desk.vendor.holdBack()
    await desk.start(id)
    await desk.until('row one is under way', () => desk.vendor.waiting.length === 1)
    const later = await afterCrash(desk)
    const read = readsFiles(later)
    await later.bulk.resume({ runId: id })
    await later.reaches(id, 'done')
    expect(await later.progress(id)).toMatchObject({ total: 2, sent: 1, unknown: 1 })
    expect(await read.get('F-2')).toEqual(pdf())
  })

  test('that are lost from the vault refuse their row, and the others go', async () => {
    const desk = await bulkDesk()
    await folderWith(desk, { 'bon.pdf': pdf() })
    const { id } = await desk.checked(
      disputeTable({ invoice: 'F-1' }, { invoice: 'F-2', file: 'bon.pdf' }, { invoice: 'F-3' }),
      'disputes',
    )
    await desk.bulk.chooseFiles({ runId: id, source: 'folder' })
    desk.vendor.holdBack()
    await desk.start(id)
    await desk.until('row one is under way', () => desk.vendor.waiting.length === 1)
    await rm(path.join(desk.folder, 'attachments'), { recursive: true })
    desk.vendor.answer = () => answers.accepts()
    desk.vendor.letGo()
    await desk.reaches(id, 'done')
    expect(await desk.outcomes(id)).toEqual({ 2: 'sent', 3: 'rejected', 4: 'sent' })
    expect((await desk.row(id, 3)).outcome?.reason).toMatchObject({ id: 'outbox.fileLost' })
  })

  test('wait while the keychain is locked', async () => {
    const desk = await bulkDesk()
    await folderWith(desk, { 'bon.pdf': pdf() })
    const { id } = await desk.checked(disputeTable({ invoice: 'F-1' }, { invoice: 'F-2', file: 'bon.pdf' }), 'disputes')
    await desk.bulk.chooseFiles({ runId: id, source: 'folder' })
    desk.vendor.holdBack()
    await desk.start(id)
    await desk.until('row one is under way', () => desk.vendor.waiting.length === 1)
    await desk.bulk.pause({ runId: id })
    desk.vendor.answer = () => answers.accepts()
    desk.vendor.letGo()
    await settled()
    const later = await afterCrash(desk)
    later.keychain.now = 'locked'
    await later.bulk.resume({ runId: id })
    expect(await later.get(id)).toMatchObject({ state: 'paused', pauseReason: { id: 'outbox.keyLocked' }, progress: { left: 1 } })
    expect(later.vendor.tries).toEqual([])
    later.keychain.now = 'available'
    await later.bulk.resume({ runId: id })
    await later.reaches(id, 'done')
    expect(later.vendor.tried()).toEqual(['F-2'])
  })
})
