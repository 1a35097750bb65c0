import { PDFDict, PDFDocument, PDFName } from '@cantoo/pdf-lib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { noEdits } from '#shared/domain/evidence-limits.ts'
import type { SourceKind } from '#shared/domain/evidence.ts'
import { evidenceBench } from '#test/support/evidence-bench.ts'
import {
  avifPicture,
  bmpPicture,
  faxTiff,
  gifPicture,
  heicPicture,
  pngPicture,
  turnedJpeg,
  twoPageTiff,
  webpPicture,
} from '#test/support/evidence-samples.ts'
import { eml, msg } from '#test/support/mail-samples.ts'
import { pdf } from '#test/support/sample-files.ts'

/**
 * The worker that shows and puts together customers' files, built as the app's and under its own policy, in a real engine: what each
 * kind of file becomes, and what files that mean harm come to.
 */
let bench: Awaited<ReturnType<typeof evidenceBench>>
beforeAll(async () => {
  bench = await evidenceBench()
})
afterAll(() => bench.close())

const red = [200, 30, 30]
const green = [30, 160, 60]
const blue = [30, 60, 200]
const white = [255, 255, 255]
const like = (colours: number[][]) => colours.map((colour) => colour.map((part) => expect.closeTo(part, -1)))

test('each kind of picture is shown as it is seen: upright, with its colours', async () => {
  const pictures: [SourceKind, Buffer][] = [
    ['png', pngPicture()],
    ['jpg', turnedJpeg()],
    ['heic', heicPicture()],
    ['avif', avifPicture()],
    ['webp', webpPicture()],
    ['gif', gifPicture()],
  ]
  for (const [kind, bytes] of pictures) {
    const [opened, drawn] = await bench.show({ name: `a.${kind}`, kind, bytes })
    expect(opened?.value, kind).toEqual({ pages: [{ width: 96, height: 64 }] })
    expect(drawn?.value?.['corners'], kind).toEqual(like([red, green, blue, white]))
  }
  const [bmp] = await bench.show({ name: 'a.bmp', kind: 'bmp', bytes: bmpPicture() })
  expect(bmp?.value).toEqual({ pages: [{ width: 6, height: 4 }] })
})

test('files of many kinds become one PDF: in their order, pages turned and left out, pictures as they are', async () => {
  const [subject, text] = ['Kapot', 'Het is kapot. żółw 😀']
  const mail = { from: { name: 'Zoë', address: 'zoe@voorbeeld.example' }, subject, text, attachments: [] }
  const made = await bench.make([
    { name: 'foto.jpg', kind: 'jpg', bytes: turnedJpeg() },
    { name: 'scan.tif', kind: 'tiff', bytes: twoPageTiff(), edits: { left: [1] } },
    { name: 'fax.tif', kind: 'tiff', bytes: faxTiff() },
    { name: 'bon.pdf', kind: 'pdf', bytes: pdf(), edits: { turns: { 0: 1 } } },
    { name: 'iPhone żółw.heic', kind: 'heic', bytes: heicPicture() },
    { name: 'mail.eml', kind: 'eml', bytes: eml(mail) },
    { name: 'briefje.txt', kind: 'text', bytes: Buffer.from('Regel één\nRegel twee') },
  ])
  expect(made.value).toMatchObject({ pages: 7, step: 0, pictured: [] })
  // Byte for byte in it: a photo loses nothing on its way.
  expect(made.pdf?.includes(turnedJpeg().subarray(40, -2))).toBe(true)

  const file = { name: 'made.pdf', kind: 'pdf' as const, bytes: made.pdf ?? Buffer.alloc(0) }
  const [opened, photo] = await bench.show(file, { page: 0, width: 842 })
  const sizes = opened?.value?.['pages'] as { width: number; height: number }[]
  const isUpright = sizes.map(({ width, height }) => height > width)
  expect(isUpright).toEqual([false, false, false, true, false, true, true])
  // The page is lying and the photo small on it, at the middle above.
  expect(photo?.value?.['corners']).toEqual(like([white, white, white, white]))
})

test('a dispute file has the text of each item and behind it the pages of its file, and says of which none can be made', async () => {
  const pair = (label: string, text: string) => ({ kind: 'pair', label, text }) as const
  const title = { kind: 'title', text: 'Geschil F-1' } as const
  const file = (name: string) => ({ name, title: `Bijlage: ${name}`, notShown: `Van ${name} zijn geen bladzijden te maken.` })
  const made = await bench.dossier(
    {
      foot: 'Balie',
      items: [
        { blocks: [title, pair('Klant', 'Zoë Łukasiewicz 😀'), pair('Bericht', 'regel\n'.repeat(90))], file: file('bon.pdf') },
        { blocks: [title, { kind: 'text', text: 'woord '.repeat(40) }], file: file('brief.docx') },
        { blocks: [title], file: file('stuk.pdf') },
        { blocks: [title], file: file('foto.heic') },
        { blocks: [title], file: null },
      ],
    },
    [
      { name: 'bon.pdf', kind: 'pdf', bytes: pdf() },
      { name: 'brief.docx', kind: 'docx', bytes: Buffer.from('PK') },
      { name: 'stuk.pdf', kind: 'pdf', bytes: Buffer.from('%PDF-1.7 niets') },
      { name: 'foto.heic', kind: 'heic', bytes: heicPicture() },
      null,
    ],
  )
  expect(made.fault).toBeUndefined()
  const doc = await PDFDocument.load(made.pdf ?? Buffer.alloc(0))
  const heights = doc.getPages().map((page) => (Math.round(page.getHeight()) === 842 ? 'A4' : 'other'))
  // Two pages of text and one of the file; two whose file has none; text and photo; text.
  expect(heights).toEqual(['A4', 'A4', 'other', 'A4', 'A4', 'A4', 'other', 'A4'])
  // Letters that a PDF's own fonts lack are drawn, and no question mark stands for one.
  const pictures = doc
    .getPages()
    .map((page) => page.node.Resources()?.lookupMaybe(PDFName.of('XObject'), PDFDict)?.keys().length ?? 0)
  expect(pictures.slice(0, 2)).toEqual([1, 0])
})

test('a photo that does not fit is made smaller step by step, until it does, and no further than it has to', async () => {
  const noise = await bench.page.evaluate(async () => {
    const canvas = new OffscreenCanvas(1400, 1000)
    const context = canvas.getContext('2d')
    const pixels = context?.createImageData(1400, 1000)
    if (!context || !pixels) return ''
    for (let at = 0; at < pixels.data.length; at += 65_536) crypto.getRandomValues(pixels.data.subarray(at, at + 65_536))
    for (let at = 3; at < pixels.data.length; at += 4) pixels.data[at] = 255
    context.putImageData(pixels, 0, 0)
    const bytes = new Uint8Array(await (await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.95 })).arrayBuffer())
    return (bytes as Uint8Array & { toBase64(): string }).toBase64()
  })
  const photo = { name: 'groot.jpg', kind: 'jpg' as const, bytes: Buffer.from(noise, 'base64') }
  const whole = await bench.make([photo])
  expect(whole.value).toMatchObject({ step: 0 })
  const limit = Math.round(photo.bytes.length * 0.45)
  const smaller = await bench.make([photo], limit)
  expect(smaller.pdf?.length).toBeLessThanOrEqual(limit)
  expect(smaller.value).toMatchObject({ before: photo.bytes.length, pages: 1 })
  expect(smaller.value?.['step']).toBeGreaterThan(0)
  expect([...new Set(smaller.steps)]).toEqual(Array.from({ length: Number(smaller.value?.['step']) + 1 }, (_, step) => step))
  const kept = await bench.make([{ ...photo, edits: { asIs: true } }], limit)
  expect(kept).toMatchObject({ fault: 'stillTooLarge', pdf: null })
})

/** A PNG whose header claims other measures; its checksum is right. */
const claiming = (width: number, height: number): Buffer => {
  const bytes = Buffer.from(pngPicture())
  bytes.writeUInt32BE(width, 16)
  bytes.writeUInt32BE(height, 20)
  return bytes
}
/** A page tree that is its own child. */
const loopedPdf = () => Buffer.from(pdf().toString('latin1').replace('/Kids [3 0 R]', '/Kids [2 0 R]'), 'latin1')
/** A directory that is followed by itself. */
const loopedTiff = (): Buffer => {
  const bytes = Buffer.from(faxTiff())
  const at = bytes.readUInt32LE(4)
  bytes.writeUInt32LE(at, at + 2 + 12 * bytes.readUInt16LE(at))
  return bytes
}

test('files that mean harm, are damaged or are no such file come to a named end, each by itself', async () => {
  const hostile: [name: string, kind: SourceKind, bytes: Buffer, fault: string][] = [
    ['a picture of 100,000 × 100,000', 'png', claiming(100_000, 100_000), 'tooManyPixels'],
    [
      'a GIF of 65,535 × 65,535',
      'gif',
      Buffer.concat([Buffer.from('GIF89a\u00ff\u00ff\u00ff\u00ff', 'latin1'), gifPicture().subarray(10)]),
      'tooManyPixels',
    ],
    ['a picture without its end', 'png', pngPicture().subarray(0, 60), 'damaged'],
    ['a HEIC without its picture', 'heic', heicPicture().subarray(0, 200), 'damaged'],
    ['an AVIF that is none', 'avif', Buffer.from('....ftypavif....'), 'damaged'],
    ['a PDF whose pages are their own', 'pdf', loopedPdf(), 'damaged'],
    ['a PDF that is none', 'pdf', Buffer.from('%PDF-1.7 en verder niets'), 'damaged'],
    ['a TIFF whose pages go round', 'tiff', loopedTiff(), 'damaged'],
    ['a TIFF without its end', 'tiff', twoPageTiff().subarray(0, 100), 'damaged'],
    ['a mail of Outlook that is none', 'msg', Buffer.from('niets'), 'damaged'],
    ['a text without end', 'text', Buffer.alloc(300_000, 'a'), 'tooMuchText'],
  ]
  for (const [name, kind, bytes, fault] of hostile) {
    const made = await bench.make([
      { name, kind, bytes },
      { name: 'goed.png', kind: 'png', bytes: pngPicture() },
    ])
    expect({ fault: made.fault, of: made.values?.['name'], pdf: made.pdf }, name).toEqual({ fault, of: name, pdf: null })
  }
  const allLeft = await bench.make([{ name: 'a.png', kind: 'png', bytes: pngPicture(), edits: { ...noEdits, left: [0] } }])
  expect(allLeft.fault).toBe('nothingLeft')
})

test('a mail of Thunderbird and one of Outlook say the same, and give their attachments', async () => {
  const sample = {
    from: { name: 'Zoë de Groot', address: 'zoe@voorbeeld.example' },
    subject: 'Factuur 2026-0042 klopt niet',
    text: 'Ik betwist de factuur.\n\nZoë',
    attachments: [{ name: 'bon.png', bytes: pngPicture() }],
  }
  for (const [kind, bytes] of [
    ['eml', eml(sample)],
    ['msg', msg(sample)],
  ] as const) {
    const result = `/evidence/${kind}`
    const [read, brought] = await bench.job([
      { name: 'mail', input: { file: bench.fileOf({ name: `a.${kind}`, kind, bytes }) } },
      { name: 'bring', input: { attachment: 0, result } },
    ])
    expect(read?.value, kind).toMatchObject({
      from: sample.from,
      subject: sample.subject,
      attachments: [{ name: 'bon.png', bytes: pngPicture().length }],
    })
    expect(String(read?.value?.['text']).trim().replaceAll('\r\n', '\n'), kind).toBe(sample.text)
    expect(brought?.value).toEqual({ token: kind })
    expect(bench.brought(result)?.equals(pngPicture())).toBe(true)
  }
})

test('SECURITY: nothing of all this was kept back by the policies, and nothing else was asked for', () => {
  expect(bench.said.filter((text) => text.includes('Content Security Policy'))).toEqual([])
  expect(bench.refused.filter((path) => path !== '/favicon.ico')).toEqual([])
})
