import { execFileSync } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { openSource } from '#main/storage/source-file.ts'
import { createFileTokens } from '#main/features/attachments/file-tokens.ts'
import { AppFailure } from '#main/ipc/failure.ts'
import { temporaryFolder } from '#test/support/temporary-folder.ts'

const pasted = (bytes: number, name = 'plak.png') => ({ name, bytes: new Uint8Array(bytes) })

describe('a file a person gave the window', () => {
  test('is a token, a name and a size: never a path', async () => {
    const folder = await temporaryFolder()
    const path = join(folder, 'factuur.pdf')
    await writeFile(path, 'twaalf bytes')
    const tokens = createFileTokens()
    const token = await tokens.register({ path })
    expect(token).toEqual({ token: expect.stringMatching(/^[\w-]{36}$/), name: 'factuur.pdf', bytes: 12 })
    expect(JSON.stringify(token)).not.toContain(folder)
    expect(tokens.take(token.token)).toEqual({ path })
  })

  test('is given once, and only for its own token', async () => {
    const tokens = createFileTokens()
    const { token } = await tokens.register(pasted(10))
    expect(tokens.take('gok')).toBeNull()
    expect(tokens.take(token)).toMatchObject({ name: 'plak.png' })
    expect(tokens.take(token)).toBeNull()
  })

  test('is nothing in another window, nor after the page was loaded anew', async () => {
    const tokens = createFileTokens()
    const { token } = await tokens.register(pasted(10))
    expect(createFileTokens().take(token)).toBeNull()
    tokens.clear()
    expect(tokens.take(token)).toBeNull()
  })

  test('expires', async () => {
    let now = 0
    const tokens = createFileTokens({ now: () => now, lifetimeMs: 1_000 })
    const { token } = await tokens.register(pasted(10))
    const { token: later } = await tokens.register(pasted(10))
    now = 999
    expect(tokens.take(token)).not.toBeNull()
    now = 1_000
    expect(tokens.take(later)).toBeNull()
  })

  test('the oldest makes room: by number, and by the bytes held for pasted ones', async () => {
    const few = createFileTokens({ capacity: 2 })
    const [one, two, three] = [await few.register(pasted(1)), await few.register(pasted(1)), await few.register(pasted(1))]
    expect([one, two, three].map(({ token }) => few.take(token) !== null)).toEqual([false, true, true])
    const light = createFileTokens({ maxBytes: 100 })
    const [first, second] = [await light.register(pasted(60)), await light.register(pasted(60))]
    expect([first, second].map(({ token }) => light.take(token) !== null)).toEqual([false, true])
  })

  test('hides nothing in its name', async () => {
    for (const [name, shown] of [
      ['../x/fac\u202Etuur.pdf', 'factuur.pdf'],
      ['aux.pdf', '_aux.pdf'],
      ['nota.pdf. .', 'nota.pdf'],
      ['', 'bestand'],
    ] as const) {
      const tokens = createFileTokens()
      const { token, name: given } = await tokens.register(pasted(1, name))
      const source = tokens.take(token)
      expect([given, source && (await openSource(source)).name]).toEqual([shown, shown])
    }
  })
})

describe('what is refused at the drop', () => {
  const refusalOf = async (registering: Promise<unknown>) => {
    const error = await registering.then(
      () => null,
      (reason: unknown) => reason,
    )
    if (!(error instanceof AppFailure)) throw new Error('Expected a refusal')
    return error.failure.message
  }

  test('pasted bytes over the cap', async () => {
    expect(await refusalOf(createFileTokens({ maxBytes: 100 }).register(pasted(101)))).toMatchObject({
      id: 'attachment.tooLargeNamed',
    })
  })

  test('a folder, a pipe and what is gone', async () => {
    const folder = await temporaryFolder()
    const tokens = createFileTokens()
    expect(await refusalOf(tokens.register({ path: join(folder, 'weg.pdf') }))).toEqual({
      id: 'attachment.missing',
      values: { name: 'weg.pdf' },
    })
    if (process.platform === 'win32') return
    expect(await refusalOf(tokens.register({ path: folder }))).toMatchObject({ id: 'attachment.notAFile' })
    execFileSync('mkfifo', [join(folder, 'pijp.pdf')])
    expect(await refusalOf(tokens.register({ path: join(folder, 'pijp.pdf') }))).toMatchObject({ id: 'attachment.notAFile' })
  })
})
