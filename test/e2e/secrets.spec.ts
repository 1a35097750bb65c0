import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Page } from '@playwright/test'
import type { Draft } from '#shared/vendors/index.ts'
import type { SubmissionSummary } from '#shared/domain/submission.ts'
import { addAccount, billinkAt, digiwalletAt } from '#test/support/accounts.ts'
import { call, expectState, goTo, newDispute, newNote, settleIn, submit } from '#test/support/clerk.ts'
import { closeApp } from '#test/support/app-process.ts'
import { expect } from '#test/support/electron-app.ts'
import { rawAnswer } from '#test/support/hostile-server.ts'
import { test } from '#test/support/own-vendor.ts'

const apiKey = 'Zeer-Geheime-Sleutel-9876543210'
const billinkId = 'Zeer-Geheim-Billink-Id-0123456789'

/** The ways in which a secret could be written down. */
const spellings = [apiKey, billinkId].flatMap((secret) => {
  const bytes = Buffer.from(secret)
  return [
    bytes,
    Buffer.from(secret, 'utf16le'),
    Buffer.from(bytes.toString('base64').slice(0, -4)),
    Buffer.from(bytes.toString('hex')),
  ]
})
const holdsSecret = (content: Buffer | string) => spellings.some((spelling) => Buffer.from(content).includes(spelling))

/** Whatever main answers to any call that reads, for every item there is. */
async function allAnswers(page: Page): Promise<Map<string, string>> {
  const answers = new Map<string, string>()
  const ask = async (procedure: string, input?: unknown) => {
    const answer = await call<unknown>(page, procedure, input)
    answers.set(`${procedure} ${JSON.stringify(input)}`, JSON.stringify(answer))
    return answer
  }
  const every = { search: '', cursor: null, limit: 200 }
  await ask('app.info')
  await ask('preferences.get')
  await ask('accounts.list')
  await ask('outbox.list', { cursor: null, limit: 200 })
  await ask('outbox.counts')
  await ask('notes.known', every)
  for (const kind of ['dispute', 'note'] as const) {
    for (const { id } of ((await ask('drafts.list', { kind })) as { items: Draft[] }).items) await ask('drafts.get', { id })
  }
  const { items } = (await ask('history.list', { ...every, kinds: [], states: [] })) as { items: SubmissionSummary[] }
  for (const { id } of items) await ask('history.get', { id })
  return answers
}

async function filesWithSecrets(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const found: string[] = []
  for (const entry of entries.filter((candidate) => candidate.isFile())) {
    const file = path.join(entry.parentPath, entry.name)
    if (holdsSecret(await readFile(file))) found.push(file)
  }
  return found
}

test('no answer of main, no word on screen and no file on disk holds a key, not even one that a vendor repeats', async ({
  app,
  page,
  startVendor,
  userData,
}) => {
  const vendor = await startVendor({
    onRequest(socket, request) {
      const said = request.body.toString() + request.headers.flat().join(' ')
      socket.write(
        rawAnswer(400, JSON.stringify({ status: 1, message: `You sent ${said}`, errors: { text: [said] }, error: said })),
      )
    },
  })
  await settleIn(page)
  await addAccount(app, page, digiwalletAt(vendor.origin), apiKey)
  await addAccount(app, page, billinkAt(`${vendor.origin}/geschil`), billinkId)
  const seen: string[] = []
  const look = async () => seen.push(await page.content())

  await newNote(page, { sale: '12345678', text: 'Wordt herhaald' })
  await submit(page)
  await expectState(page, 'Geweigerd')
  await page.getByRole('button', { name: 'Antwoord zoals het kwam' }).click()
  await look()
  await newDispute(page, { invoice: 'F-herhaald' })
  await submit(page)
  await expectState(page, 'Geweigerd')
  await page.getByRole('button', { name: 'Antwoord zoals het kwam' }).click()
  await look()
  await goTo(page, 'Instellingen')
  for (const account of await page.getByRole('main').getByRole('button', { name: 'Eigen winkel' }).all()) {
    await account.click()
    await expect(page.getByText(/Eindigt op (3210|6789)\./)).toBeVisible()
    await look()
  }
  expect(vendor.requests.map((request) => holdsSecret(request.raw))).toEqual([true, true])
  expect(seen.filter(holdsSecret)).toEqual([])

  const answers = await allAnswers(page)
  expect([...answers.keys()].filter((name) => name.startsWith('history.get'))).toHaveLength(2)
  expect([...answers].filter(([, answer]) => holdsSecret(answer)).map(([name]) => name)).toEqual([])
  await closeApp(app)
  expect(await filesWithSecrets(userData)).toEqual([])
})
