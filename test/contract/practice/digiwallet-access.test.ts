import { describe, expect, test } from 'vitest'
import { practiceApiKey } from '#main/vendors/digiwallet/practice/credentials.ts'
import { practice } from './practice-fixture.ts'
import { bearer, createByForm, exampleNote } from './raw-request.ts'

const notePath = '/sale-note/12345/12345678/IDE'

describe('HTTP Bearer authentication', () => {
  const calls = {
    create: createByForm(exampleNote, {}),
    update: { method: 'PATCH', path: `${notePath}/new%20text/0` },
    delete: { method: 'DELETE', path: `${notePath}/0` },
  }
  for (const [name, call] of Object.entries(calls)) {
    test(`${name} without a key is answered 401 in the vendor's shape and does nothing`, async () => {
      const { server, create, send } = await practice()
      await create(exampleNote)
      const answer = await send(call)
      expect(answer.status).toBe(401)
      expect(answer.text).toBe('{"status":1,"message":"Unauthorized"}')
      expect(answer.headers['www-authenticate']).toBe('Bearer')
      expect(server.state.notes.map((note) => note.text)).toEqual([exampleNote.text])
    })
  }

  for (const authorization of [
    'Bearer wrong',
    `Bearer ${practiceApiKey.toUpperCase()}`,
    `Bearer ${practiceApiKey} x`,
    `Basic ${practiceApiKey}`,
    practiceApiKey,
    'Bearer',
    '',
  ]) {
    test(`"${authorization}" is not accepted`, async () => {
      const { send } = await practice()
      expect((await send(createByForm(exampleNote, { Authorization: authorization }))).status).toBe(401)
    })
  }

  test("the scheme's case is free, the key's is not", async () => {
    const { send } = await practice()
    expect((await send(createByForm(exampleNote, { Authorization: `bearer ${practiceApiKey}` }))).status).toBe(201)
  })
})

describe('methods (405) and paths (404)', () => {
  const allowed: Record<string, string> = {
    '/sale-note': 'POST',
    [notePath]: 'DELETE',
    [`${notePath}/text`]: 'PATCH, DELETE',
    [`${notePath}/text/1`]: 'PATCH',
  }
  for (const [path, allow] of Object.entries(allowed)) {
    for (const method of ['GET', 'PUT', 'POST', 'PATCH', 'DELETE', 'OPTIONS'].filter((name) => !allow.includes(name))) {
      test(`${method} ${path} is answered 405, allowing ${allow}`, async () => {
        const { send } = await practice()
        const answer = await send({ method, path, headers: bearer })
        expect(answer.status).toBe(405)
        expect(answer.headers.allow).toBe(allow)
        expect(answer.json).toEqual({ status: 1, message: 'Method Not Allowed' })
      })
    }
  }

  test('HEAD is answered 405 without a body', async () => {
    const { send } = await practice()
    expect(await send({ method: 'HEAD', path: '/sale-note', headers: bearer })).toMatchObject({ status: 405, text: '' })
  })

  for (const path of [
    '/sale-notes',
    '/sale-note/',
    '/sale-note/12345',
    `${notePath}/text/1/more`,
    '/Sale-Note',
    '//sale-note',
    '/x',
  ]) {
    test(`${path} is answered 404`, async () => {
      const { send } = await practice()
      const answer = await send({ method: 'POST', path, headers: bearer })
      expect(answer.status).toBe(404)
      expect(answer.json).toEqual({ status: 1, message: 'Not Found' })
    })
  }

  test('every answer is JSON', async () => {
    const { send, create } = await practice()
    const answers = [
      await create(exampleNote),
      await send({ method: 'GET', path: '/sale-note' }),
      await send({ method: 'GET', path: '/x' }),
    ]
    for (const answer of answers) expect(answer.headers['content-type']).toBe('application/json; charset=utf-8')
  })
})
