import { type ChildProcess, execFile, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { describe, expect, onTestFinished, test } from 'vitest'
import { practiceBillinkId, practiceBillinkUsername } from '#main/vendors/billink/practice/credentials.ts'
import { practiceApiKey } from '#main/vendors/digiwallet/practice/credentials.ts'
import { createBillinkPractice } from '#main/vendors/billink/practice/index.ts'
import { createDigiwalletPractice } from '#main/vendors/digiwallet/practice/index.ts'
import { createMolliePractice } from '#main/vendors/mollie/practice/index.ts'
import { bearer, createByForm, exampleNote, send } from './raw-request.ts'

const cli = fileURLToPath(new URL('../../../src/main/practice/cli.ts', import.meta.url))
const hasCurl = process.platform !== 'win32' && spawnSync('curl', ['--version']).status === 0

/** Starts the program and gives what it greeted with. */
async function start(
  ...args: string[]
): Promise<{ child: ChildProcess; greeting: string; origin: string; output: () => string }> {
  const child = spawn(process.execPath, [cli, ...args], { stdio: ['ignore', 'pipe', 'pipe'] })
  onTestFinished(async () => {
    if (child.exitCode === null && child.kill()) await once(child, 'exit')
  })
  let output = ''
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()))
  const greeting = await new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString()
      if (output.includes('tr_demo500Once')) resolve(output)
    })
    child.once('exit', (code) => reject(new Error(`exited with ${code}: ${output}`)))
  })
  const origin = /http:\/\/127\.0\.0\.1:\d+/.exec(greeting)?.[0] ?? ''
  return { child, greeting, origin, output: () => output }
}

describe('npm run practice', () => {
  test('prints its address, its credentials and the switches', async () => {
    const { greeting, origin } = await start()
    for (const word of [
      `${origin}/sale-note`,
      `${origin}/billink/`,
      practiceApiKey,
      practiceBillinkId,
      practiceBillinkUsername,
    ]) {
      expect(greeting).toContain(word)
    }
    for (const word of ['99000401', '99000504', 'DEMO-RESET', 'tr_demoLate']) expect(greeting).toContain(word)
  })

  test.skipIf(!hasCurl)('its curl lines work as printed, in the order printed', async () => {
    const { greeting } = await start()
    const lines = [...greeting.matchAll(/^ {2}(curl .*)$/gm)].map(([, line = '']) => line)
    expect(lines).toHaveLength(6)
    const answers: unknown[] = []
    for (const line of lines) {
      const { stdout } = await promisify(execFile)('sh', ['-c', `${line} --silent`])
      answers.push(JSON.parse(stdout))
    }
    expect(answers).toMatchObject([
      { id: 1001, disputeContent: [{ file: { fileName: 'foto.png', bytes: 70 } }] },
      { status: 0, message: 'SaleNote successfully created' },
      { status: 0, message: 'SaleNote successfully updated' },
      { status: 0, message: 'SaleNote successfully deleted' },
      { resource: 'payment', metadata: { order_id: '1001' } },
      { resource: 'payment', metadata: { order_id: '1001', note: 'Final invoice 12345' } },
    ])
  })

  test('its examples work for a program, too', async () => {
    const { origin } = await start()
    const statuses: number[] = []
    const calls = [createBillinkPractice(), createDigiwalletPractice(), createMolliePractice()].flatMap((vendor) =>
      vendor.examples(origin + vendor.base),
    )
    for (const { url, ...call } of calls) {
      const { pathname } = new URL(url)
      statuses.push((await send(origin, { ...call, path: pathname })).status)
    }
    expect(statuses).toEqual([200, 201, 200, 200, 200, 200])
  })

  test('--refuse-second-create refuses one', async () => {
    const { origin } = await start('--refuse-second-create')
    const statuses = [await send(origin, createByForm(exampleNote)), await send(origin, createByForm(exampleNote))]
    expect(statuses.map(({ status }) => status)).toEqual([201, 400])
  })

  test('--port takes that port', async () => {
    const first = await start()
    first.child.kill()
    await once(first.child, 'exit')
    const port = new URL(first.origin).port
    expect((await start('--port', port)).origin).toBe(first.origin)
  })

  test('prints nothing of what it is sent', async () => {
    const { child, greeting, origin, output } = await start()
    await send(origin, createByForm(exampleNote, { Authorization: 'Bearer somebodys-real-key' }))
    await send(origin, { method: 'PATCH', path: '/sale-note/12345/12345678/IDE/private/0', headers: bearer })
    child.kill()
    await once(child, 'close')
    expect(output()).toBe(greeting)
  })

  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    test.skipIf(process.platform === 'win32')(`ends by itself on ${signal}`, async () => {
      const { child } = await start()
      child.kill(signal)
      expect(await once(child, 'exit')).toEqual([0, null])
    })
  }

  for (const args of [['--port', 'x'], ['--port', '70000'], ['--what']]) {
    test(`${args.join(' ')} ends with 1 and says how it is used`, () => {
      const { status, stderr } = spawnSync(process.execPath, [cli, ...args], { encoding: 'utf8' })
      expect(status).toBe(1)
      expect(stderr).toContain('Usage: npm run practice')
    })
  }

  test('--help says how it is used and ends', () => {
    const { status, stdout } = spawnSync(process.execPath, [cli, '--help'], { encoding: 'utf8' })
    expect(status).toBe(0)
    expect(stdout).toContain('--refuse-second-create')
  })
})
