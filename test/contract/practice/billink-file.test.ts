import { createHash, randomBytes } from 'node:crypto'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createFileSieve } from '#main/vendors/billink/practice/dispute-body.ts'
import { disputeCall, exampleDispute } from './dispute-call.ts'
import { practice } from './practice-fixture.ts'

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
const withFile = (file: unknown, fileName: unknown = 'bon.pdf') => disputeCall({ ...exampleDispute, file, fileName })
const notBase64 = 'file must be base64: standard alphabet, no data: prefix, no line breaks'

describe('the file of a dispute', () => {
  for (const size of [1, 2, 3, 4, 65_535, 1_000_000]) {
    test(`${size} bytes arrive: their number and SHA-256 come back`, async () => {
      const { server, send } = await practice()
      const bytes = randomBytes(size)
      const answer = await send(withFile(bytes.toString('base64')))
      const file = { fileName: 'bon.pdf', bytes: size, sha256: sha256(bytes) }
      expect(answer).toMatchObject({ status: 200, json: { disputeContent: [{ file }] } })
      expect(server.state.disputes[0]?.file).toEqual(file)
    })
  }

  test('slashes may be written as \\/, as PHP does', async () => {
    const { send } = await practice()
    const bytes = Buffer.alloc(30_000, 0xff)
    const { body = '', ...call } = withFile(bytes.toString('base64'))
    const answer = await send({ ...call, body: String(body).replaceAll('/', '\\/') })
    expect(answer.json).toMatchObject({ disputeContent: [{ file: { bytes: 30_000, sha256: sha256(bytes) } }] })
  })

  for (const [name, text] of Object.entries({
    'a data: URL': 'data:image/png;base64,aGk=',
    'line breaks': 'aGVs\r\nbG8h',
    'a space': 'aGVs bG8h',
    'the URL alphabet': '-_-_',
    'no padding': 'aGk',
    'no padding after more': 'aGVsaGk',
    'padding in the middle': 'aGk=aGk=',
    'too much padding': 'aGkh====',
    'bits beyond the last byte': 'aGl=',
    'other characters': 'aGé=',
    nothing: '',
  })) {
    test(`is refused with ${name}`, async () => {
      const { server, send } = await practice()
      expect(await send(withFile(text))).toMatchObject({ status: 400, json: { code: 400, message: notBase64 } })
      expect(server.state.disputes).toEqual([])
    })
  }

  test('comes with a name, and a name with a file', async () => {
    const { send } = await practice()
    for (const half of [{ file: 'aGk=' }, { fileName: 'bon.pdf' }]) {
      expect(await send(disputeCall({ ...exampleDispute, ...half }))).toMatchObject({
        status: 400,
        json: { message: 'file and fileName must be given together' },
      })
    }
    expect((await send(withFile(null))).json).toMatchObject({ message: 'file must be a string' })
    expect((await send(withFile('aGk=', 5))).json).toMatchObject({ message: 'fileName must be a string' })
  })

  for (const name of ['a.png', 'a.pdf', 'a.jpg', 'a.jpeg', 'a.doc', 'a.docx', 'a.heic', 'A.PDF', 'Größe é.JpEg', 'a.b.png']) {
    test(`${name} is one of the seven formats`, async () => {
      const { send } = await practice()
      expect(await send(withFile('aGk=', name))).toMatchObject({
        status: 200,
        json: { disputeContent: [{ file: { fileName: name } }] },
      })
    })
  }

  for (const name of ['a.gif', 'a.exe', 'pdf', 'a.pdf.exe', 'a.pdf ', 'a.tiff', '']) {
    test(`"${name}" is none of them`, async () => {
      const { send } = await practice()
      expect(await send(withFile('aGk=', name))).toMatchObject({
        status: 400,
        json: { message: 'fileName must end in one of: png, pdf, jpg, jpeg, doc, docx, heic' },
      })
    })
  }

  for (const name of ['../a.pdf', 'C:\\a.pdf', 'a\nb.pdf']) {
    test(`${JSON.stringify(name)} is not a base name`, async () => {
      const { send } = await practice()
      expect(await send(withFile('aGk=', name))).toMatchObject({
        status: 400,
        json: { message: 'fileName must be a name without a path' },
      })
    })
  }
})

describe('reading the file as it passes', () => {
  /** JSON around a file, in any order, with keys and texts that look like it, cut into pieces anywhere. */
  const word = fc.oneof(
    fc.constantFrom('file', 'fileName', '"file":"', '\\', '/', '"', '{', ']', ','),
    fc.string({ unit: 'binary' }),
  )
  const value = fc.jsonValue({ maxDepth: 3 })
  const other = fc.oneof(word, value, fc.record({ file: word }), fc.array(fc.record({ file: word, a: value })))
  const entries = fc.dictionary(
    word.filter((key) => key !== 'file'),
    other,
    { maxKeys: 6 },
  )

  function sieve(json: string, cuts: number[]) {
    const bytes = Buffer.from(json)
    const reader = createFileSieve()
    const edges = [0, ...cuts.map((cut) => cut % (bytes.length + 1)).toSorted((a, b) => a - b), bytes.length]
    for (const [index, edge] of edges.entries()) reader.take(bytes.subarray(edges[index - 1] ?? 0, edge))
    return reader.finish()
  }

  test('finds exactly the top-level file, whatever surrounds it and wherever the pieces end', () => {
    fc.assert(
      fc.property(
        entries,
        entries,
        fc.uint8Array({ minLength: 1, maxLength: 100 }),
        fc.array(fc.nat(), { maxLength: 8 }),
        fc.constantFrom(0, 2),
        (before, after, bytes, cuts, indent) => {
          const file = Buffer.from(bytes).toString('base64')
          const json = JSON.stringify({ ...before, file, ...after }, null, indent)
          const expected: Record<string, unknown> = JSON.parse(json)
          const body = sieve(json, cuts)
          expect(body.file).toEqual({ bytes: bytes.length, sha256: sha256(bytes) })
          expect(body.parameters).toEqual({ ...expected, file: '' })
        },
      ),
      { numRuns: 5_000 },
    )
  })

  test('leaves everything else to JSON.parse, where there is no file', () => {
    fc.assert(
      fc.property(entries, fc.array(fc.nat(), { maxLength: 8 }), (parameters, cuts) => {
        const json = JSON.stringify(parameters)
        expect(sieve(json, cuts)).toEqual({ parameters: JSON.parse(json) })
      }),
      { numRuns: 5_000 },
    )
  })

  test('escaped slashes and misplaced padding are seen wherever the pieces end', () => {
    for (let cut = 0; cut < 30; cut++) {
      const escaped = sieve('{"file":"\\/\\/\\/\\/"}', [cut])
      expect(escaped.file, `cut at ${cut}`).toEqual({ bytes: 3, sha256: sha256(Buffer.alloc(3, 0xff)) })
      expect(sieve('{"file":"aGk=aGk="}', [cut]).file, `cut at ${cut}`).toBeNull()
    }
  })

  test('a key spelled with escapes is a key all the same', () => {
    expect(sieve('{"\\u0066ile":"aGk="}', [])).toEqual({
      parameters: { file: 'aGk=' },
      file: { bytes: 2, sha256: sha256(Buffer.from('hi')) },
    })
  })

  test('of a file given twice the last counts, as in JSON.parse', () => {
    expect(sieve('{"file":"bm8=","file":"aGk="}', [4, 13]).file).toEqual({ bytes: 2, sha256: sha256(Buffer.from('hi')) })
  })
})
