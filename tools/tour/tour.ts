import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Page } from '@playwright/test'
import type { BulkRow, BulkRun } from '#shared/domain/bulk.ts'
import type { SubmissionDetail } from '#shared/domain/submission-detail.ts'
import type { SubmissionSummary } from '#shared/domain/submission.ts'
import { call } from '#test/support/clerk.ts'
import { keyringIn } from '#test/support/keyring.ts'
import { closeApp, firstPage, launchApp } from '#test/support/app-process.ts'
import { openManual } from './manual.ts'
import { looks, openAlbum, show } from './pictures.ts'
import { keepForReadme } from './readme.ts'
import { tellStory } from './story.ts'

const project = path.resolve(import.meta.dirname, '../..')
const print = (text: string) => void process.stdout.write(`${text}\n`)

/** The newest item's last try, as history shows it. */
async function printAnswer(page: Page): Promise<void> {
  const newest = { search: '', kinds: [], states: [], cursor: null, limit: 1 }
  const { items } = await call<{ items: SubmissionSummary[] }>(page, 'history.list', newest)
  const { attempts } = await call<SubmissionDetail>(page, 'history.get', { id: items[0]?.id })
  const { request, status, answer } = attempts.at(-1) ?? {}
  print(`\n  ${request?.method} to ${request?.host}: ${status === null ? 'no answer' : `HTTP ${status}`}`)
  if (answer) print(JSON.stringify(JSON.parse(answer), null, 2).replaceAll(/^/gm, '  '))
}

/** The newest bulk run, a line a row. */
async function printRun(page: Page): Promise<void> {
  const runs = await call<BulkRun[]>(page, 'bulk.runs')
  const [{ id, fileName, progress }] = runs.toSorted((a, b) => b.createdAt.localeCompare(a.createdAt)) as [BulkRun]
  const all = { runId: id, standing: null, states: [], after: null, limit: 200 }
  const { items } = await call<{ items: BulkRow[] }>(page, 'bulk.rows', all)
  print(`\n  ${fileName}: ${progress?.sent} sent, ${progress?.rejected} rejected, ${progress?.unknown} unknown`)
  for (const { row, standing, values, outcome } of items) {
    print(`  row ${row}  sale ${values.saleID}  ${outcome?.state ?? standing}  ${outcome?.number ?? ''}`.trimEnd())
  }
}

/** A keychain of the tour's own, as a clerk's computer has one; none where the system has no keyring to start. */
async function openKeychain(home: string) {
  if (!existsSync('/usr/bin/gnome-keyring-daemon')) return null
  await mkdir(home, { recursive: true })
  return (await keyringIn(home)).logOn('unlocked')
}

/**
 * `npm run tour`: the real app files a dispute, creates, updates and deletes a note, changes one on a payment and sends a table of notes in the practice
 * environment, prints each answer, and leaves pictures in `tour/`. `--readme` renews the README's pictures from them, `--manual` takes the manual's anew.
 */
async function tour(): Promise<void> {
  if (!existsSync(path.join(project, 'out/main/index.js'))) throw new Error('The app is not built. Run npm run build first.')
  const start = performance.now()
  const folder = await mkdtemp(path.join(tmpdir(), 'balie-tour-'))
  const album = await openAlbum(path.join(project, 'tour'))
  const manual = process.argv.includes('--manual') ? await openManual(path.join(project, 'docs')) : null
  const session = await openKeychain(path.join(folder, 'home'))
  const app = await launchApp({ userData: path.join(folder, 'app'), ...(session && { env: session.env }) })
  const page = await firstPage(app)
  try {
    await show(page, looks[0])
    await tellStory(app, page, folder, {
      say: (sentence) => print(`\n${sentence}`),
      async picture(stop, heading) {
        await manual?.take(page, stop)
        await album.take(page, stop, heading)
      },
      answer: () => printAnswer(page),
      run: () => printRun(page),
    })
  } catch (error) {
    await page.screenshot({ path: path.join(album.folder, 'failure.png') })
    throw error
  } finally {
    await closeApp(app)
    await session?.end()
    await rm(folder, { recursive: true, force: true })
  }
  await manual?.close()
  if (process.argv.includes('--readme')) await keepForReadme(album.folder, path.join(project, 'docs/images'))
  const seconds = Math.round((performance.now() - start) / 1000)
  print(`\nThe tour took ${seconds} s. ${album.count * looks.length} pictures of ${album.count} stops are in tour/`)
}

try {
  await tour()
} catch (error) {
  process.stderr.write(
    `\nThe tour broke off; where there is a window, tour/failure.png shows where.\n${error instanceof Error ? error.stack : String(error)}\n`,
  )
  process.exitCode = 1
}
