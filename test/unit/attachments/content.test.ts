import { createIntl } from 'react-intl'
import { describe, expect, test } from 'vitest'
import { checkFile } from '#main/attachments/check.ts'
import { AppFailure } from '#main/ipc/failure.ts'
import { openSource } from '#main/storage/source-file.ts'
import { attachmentFormats } from '#shared/domain/attachment.ts'
import { catalogues } from '#shared/languages/index.ts'
import { pdfLocks } from '#test/support/pdf-locks.ts'
import {
  compoundFile,
  doc,
  docx,
  heic,
  isoMedia,
  jpg,
  largeCompoundFile,
  pdf,
  png,
  samples,
  zip,
} from '#test/support/sample-files.ts'

const limit = 10 * 1024 * 1024
const intl = createIntl({ locale: 'nl', messages: catalogues.nl })

/** What a person reads when they attach this file; "ok" with its name and format where it is taken. */
async function said(name: string, bytes: Uint8Array, maxBytes = limit): Promise<string> {
  try {
    const checked = await checkFile(await openSource({ name, bytes }), maxBytes)
    return `ok: ${checked.name} (${checked.format})${checked.doubt ? ` ${checked.doubt}` : ''}`
  } catch (error) {
    if (!(error instanceof AppFailure)) throw error
    const [message] = error.failure.fields?.['file'] ?? []
    return message && 'id' in message ? intl.formatMessage({ id: message.id }, message.values) : 'nothing at its field'
  }
}

describe('the seven formats', () => {
  test.each(attachmentFormats)('%s is taken, whatever the case of its name', async (format) => {
    const name = `Bijlage.${format.toUpperCase()}`
    expect(await said(name, samples[format]())).toBe(`ok: ${name} (${format})`)
  })

  test.each([
    ['foto.heic', isoMedia('mif1', 'mif1', 'heic'), 'ok: foto.heic (heic)'],
    ['foto.heic', isoMedia('heix', 'mif1'), 'ok: foto.heic (heic)'],
    ['reeks.heic', isoMedia('msf1', 'hevc'), 'ok: reeks.heic (heic)'],
    ['scan.pdf', pdf('\r\n\u0000printer job\r\n'), 'ok: scan.pdf (pdf)'],
    ['groot profiel.png', png(200_000), 'ok: groot profiel.png (png)'],
    [
      'veel delen.doc',
      compoundFile([...Array.from({ length: 30 }, (_, index) => `Deel${index}`), 'WordDocument']),
      'ok: veel delen.doc (doc)',
    ],
  ])('as other programs write them: %s', async (name, bytes, answer) => {
    expect(await said(name, bytes)).toBe(answer)
  })
})

describe('a content that is not what the name says', () => {
  test.each([
    [
      'factuur.pdf',
      png(),
      '“factuur.pdf” heet .pdf maar is een png-afbeelding. Geef het een naam die eindigt op .png, of kies het bestand dat je bedoelde.',
    ],
    [
      'foto.png',
      jpg(),
      '“foto.png” heet .png maar is een jpeg-foto. Geef het een naam die eindigt op .jpg, of kies het bestand dat je bedoelde.',
    ],
    [
      'foto.jpg',
      heic(),
      '“foto.jpg” heet .jpg maar is een heic-foto. Geef het een naam die eindigt op .heic, of kies het bestand dat je bedoelde.',
    ],
    [
      'brief.doc',
      docx(),
      '“brief.doc” heet .doc maar is een Word-document (.docx). Geef het een naam die eindigt op .docx, of kies het bestand dat je bedoelde.',
    ],
    [
      'brief.docx',
      doc(),
      '“brief.docx” heet .docx maar is een Word-document (.doc). Geef het een naam die eindigt op .doc, of kies het bestand dat je bedoelde.',
    ],
    [
      'brief.docx',
      pdf(),
      '“brief.docx” heet .docx maar is een pdf. Geef het een naam die eindigt op .pdf, of kies het bestand dat je bedoelde.',
    ],
  ])('%s, of a kind Billink takes: the right extension is offered', async (name, bytes, answer) => {
    expect(await said(name, bytes)).toBe(answer)
  })

  test.each([
    ['brief.docx', zip({ 'foto.png': 'x', 'word.txt': 'x' }), 'een zip-bestand'],
    ['brief.docx', zip({ 'word/document.xml': '<x/>' }), 'een zip-bestand'],
    ['brief.docx', zip({ '[Content_Types].xml': '<x/>', 'xl/workbook.xml': '<x/>' }), 'een Excel-bestand'],
    ['brief.docx', zip({ '[Content_Types].xml': '<x/>', 'ppt/presentation.xml': '<x/>' }), 'een PowerPoint-bestand'],
    [
      'brief.docx',
      zip({ mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': '<x/>' }),
      'een OpenDocument-bestand',
    ],
    ['brief.doc', compoundFile(['Workbook']), 'een Excel-bestand'],
    ['brief.doc', compoundFile(['PowerPoint Document']), 'een PowerPoint-bestand'],
    ['brief.doc', compoundFile(['__properties_version1.0']), 'een Outlook-bericht'],
    ['brief.doc', Buffer.from('{\\rtf1\\ansi Beste,}'), 'een rtf-document'],
    ['brief.doc', Buffer.from('<html><body>Beste</body></html>'), 'een webpagina'],
    ['brief.doc', Buffer.from('MIME-Version: 1.0\r\nContent-Type: multipart/related'), 'een webpagina'],
    ['brief.doc', Buffer.from('Beste meneer,'), 'een ander soort bestand, of beschadigd'],
    ['foto.png', Buffer.from('GIF89a\u0001\u0000\u0001\u0000', 'latin1'), 'een gif-afbeelding'],
    ['foto.jpg', Buffer.from('RIFF\u0020\u0000\u0000\u0000WEBPVP8 ', 'latin1'), 'een webp-afbeelding'],
    ['foto.heic', isoMedia('avif', 'mif1', 'miaf'), 'een avif-afbeelding'],
    ['foto.heic', isoMedia('mif1', 'avif'), 'een avif-afbeelding'],
    ['foto.heic', isoMedia('isom', 'mp42'), 'een video'],
    [
      'factuur.pdf',
      Buffer.from('MZ\u0090\u0000 This program cannot be run in DOS mode.', 'latin1'),
      'een ander soort bestand, of beschadigd',
    ],
    ['factuur.pdf', Buffer.concat([Buffer.alloc(2_000, 'x'), pdf()]), 'een ander soort bestand, of beschadigd'],
    ['factuur.pdf', Buffer.alloc(1), 'een ander soort bestand, of beschadigd'],
  ])('%s, of a kind Billink does not take: %#', async (name, bytes, found) => {
    const extension = name.split('.').at(-1)
    expect(await said(name, bytes)).toBe(
      `“${name}” heet .${extension} maar is ${found}. Open het en sla het op als pdf, of kies het bestand dat je bedoelde.`,
    )
  })

  test('an Office file with a password, which Billink could not open', async () => {
    expect(await said('brief.docx', compoundFile(['EncryptionInfo', 'EncryptedPackage']))).toBe(
      '“brief.docx” is beveiligd met een wachtwoord; de ontvanger kan het dan niet openen. Sla het op zonder wachtwoord en voeg het opnieuw toe.',
    )
  })

  test('a compound file whose directory runs in circles is read no further than it must be', async () => {
    const circle = compoundFile(['Een', 'Twee', 'Drie', 'Vier', 'Vijf'])
    // The table's entry of the second directory sector points back at the first.
    circle.writeUInt32LE(1, 512 + 2 * 4)
    expect(await said('brief.doc', circle)).toContain('een ander Office-bestand')
  })

  test('an Office file that claims sizes and places it has not', async () => {
    const wild = docx()
    wild.writeUInt32LE(0xff_ff_ff_ff, wild.length - 22 + 12)
    wild.writeUInt32LE(0xff_ff_ff_ff, wild.length - 22 + 16)
    expect(await said('brief.docx', wild)).toContain('het einde ontbreekt')
    const far = doc()
    far.writeUInt32LE(0x7f_ff_ff_ff, 48)
    expect(await said('brief.doc', far)).toContain('het einde ontbreekt')
  })
})

describe('a name that cannot travel', () => {
  test.each([
    ['factuur', '“factuur” heeft geen extensie.'],
    ['.pdf', '“.pdf” heeft geen extensie.'],
    ['factuur.', '“factuur” heeft geen extensie.'],
    ['lijst.xlsx', '“lijst.xlsx” is niet toegevoegd: .xlsx-bestanden kunnen niet mee. Sla het op als pdf'],
    ['factuur.pdf.exe', '“factuur.pdf.exe” is niet toegevoegd: .exe-bestanden kunnen niet mee.'],
    // Shown as "factuurexe.pdf" where the override is obeyed.
    ['factuur\u202Efdp.exe', '.exe-bestanden kunnen niet mee.'],
  ])('%j', async (name, words) => {
    expect(await said(name, Buffer.from('MZ\u0090 This program cannot be run in DOS mode.', 'latin1'))).toContain(words)
  })

  test.each([
    ['longer than any disk takes', `${'a'.repeat(260)}.pdf`, `ok: ${'a'.repeat(243)}.pdf (pdf)`],
    ['half of a sign in it', 'half \uD800.pdf', 'ok: half \uFFFD.pdf (pdf)'],
    ['a device of Windows', 'CON.pdf', 'ok: _CON.pdf (pdf)'],
  ])('%s: it travels under one that can', async (_, name, words) => {
    expect(await said(name, pdf())).toBe(words)
  })

  test('hidden characters and folders are left out of a name that is otherwise right', async () => {
    expect(await said('..\\map/fac\u202Etuur\u0000\u200B.pdf', pdf())).toBe('ok: factuur.pdf (pdf)')
    // A Mac writes é as two characters; Billink gets one.
    expect(await said('cafe\u0301.pdf', pdf())).toBe('ok: caf\u00E9.pdf (pdf)')
  })
})

describe('a size that cannot travel', () => {
  test('nothing at all', async () => {
    expect(await said('factuur.pdf', new Uint8Array())).toBe(
      '“factuur.pdf” is leeg (0 bytes). Kies het bestand opnieuw, of sla het eerst nog eens op.',
    )
  })

  test('one byte over the limit is said to be over it', async () => {
    const bytes = Buffer.concat([pdf(), Buffer.alloc(limit)]).subarray(0, limit + 1)
    expect(await said('factuur.pdf', bytes)).toBe(
      '“factuur.pdf” is 10,1 MB; dit account neemt bestanden tot 10 MB. Maak het kleiner, of verhoog de grens bij Instellingen › Accounts.',
    )
    expect(await said('factuur.pdf', bytes.subarray(0, limit))).toBe('ok: factuur.pdf (pdf)')
  })
})

/** The types part of a Word document whose main part is of this kind and lies there. */
const types = (kind: string, part = '/word/document.xml') =>
  `<Types><Default Extension="xlsx" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"/>` +
  `<Override PartName="${part}" ContentType="application/vnd.${kind}.main+xml"/></Types>`
const document = 'openxmlformats-officedocument.wordprocessingml.document'
const rename = (extension: string) => `Geef het een naam die eindigt op .${extension}`

/** A package with a ZIP64 end record, as some libraries write every one. */
function zip64(): Buffer {
  const plain = docx()
  const end = plain.subarray(-22)
  const record = Buffer.alloc(56)
  record.writeUInt32LE(0x06_06_4b_50, 0)
  record.writeBigUInt64LE(44n, 4)
  record.writeBigUInt64LE(BigInt(end.readUInt32LE(12)), 40)
  record.writeBigUInt64LE(BigInt(end.readUInt32LE(16)), 48)
  const locator = Buffer.alloc(20)
  locator.writeUInt32LE(0x07_06_4b_50, 0)
  locator.writeBigUInt64LE(BigInt(plain.length - 22), 8)
  const last = Buffer.concat([end.subarray(0, 8), Buffer.alloc(12, 0xff), Buffer.alloc(2)])
  return Buffer.concat([plain.subarray(0, -22), record, locator, last])
}

/** A media container of brand mif1 alone, with items coded like this. */
const mif1 = (...codecs: string[]) =>
  Buffer.concat([
    isoMedia('mif1', 'mif1', 'miaf').subarray(0, 24),
    ...codecs.map((codec) => Buffer.from(`\0\0\0\u0015infe\u0002\0\0\0\0\u0001\0\0${codec}\0`, 'latin1')),
  ])

/** A Word document of before 2007 whose first sector says that it is encrypted. */
function lockedDoc(flags: number): Buffer {
  const file = Buffer.concat([doc(), Buffer.alloc(512)])
  const start = file.length / 512 - 2
  file.writeUInt16LE(0xa5_ec, file.length - 512)
  file.writeUInt16LE(flags, file.length - 512 + 10)
  file.writeUInt32LE(start, file.indexOf(Buffer.from('WordDocument', 'utf16le')) + 116)
  return file
}

describe('as the world writes them', () => {
  test.each([
    ['met veel foto’s.doc', largeCompoundFile('WordDocument'), 'ok: met veel foto’s.doc (doc)'],
    ['met veel foto’s.doc', largeCompoundFile('Workbook'), 'een Excel-bestand'],
    ['zip64.docx', zip64(), 'ok: zip64.docx (docx)'],
    ['achterloop.docx', Buffer.concat([docx(), Buffer.alloc(300)]), 'ok: achterloop.docx (docx)'],
    ['ervoor.docx', Buffer.concat([docx().subarray(0, 4), docx()]), 'ok: ervoor.docx (docx)'],
    ['schuin.docx', zip({ '[Content_Types].xml': types(document), 'word\\document.xml': '<x/>' }), 'ok: schuin.docx (docx)'],
    ['klein.docx', zip({ '[content_types].xml': types(document), 'word/document.xml': '<x/>' }), 'ok: klein.docx (docx)'],
    ['voorop.docx', zip({ '/[Content_Types].xml': '<x/>', '/word/document.xml': '<x/>' }), 'ok: voorop.docx (docx)'],
    ['elders.docx', zip({ '[Content_Types].xml': types(document, '/hoofd.xml'), 'hoofd.xml': '<x/>' }), 'ok: elders.docx (docx)'],
    ['tabel erin.docx', zip({ '[Content_Types].xml': types(document), 'xl/workbook.xml': '<x/>' }), 'ok: tabel erin.docx (docx)'],
    [
      'tabel.docx',
      zip({ '[Content_Types].xml': types('openxmlformats-officedocument.spreadsheetml.sheet') }),
      'een Excel-bestand',
    ],
    ['macro.docx', zip({ '[Content_Types].xml': types('ms-word.document.macroEnabled') }), 'ok: macro.docx (docx) otherWord'],
    [
      'sjabloon.docx',
      zip({ '[Content_Types].xml': types('openxmlformats-officedocument.wordprocessingml.template') }),
      'ok: sjabloon.docx (docx) otherWord',
    ],
    [
      'macro.docx',
      zip({ '[Content_Types].xml': '<x/>', 'word/vbaProject.bin': 'x', 'word/document.xml': '<x/>' }),
      'ok: macro.docx (docx) otherWord',
    ],
    ['macro.docm', zip({ '[Content_Types].xml': types('ms-word.document.macroEnabled') }), '.docm-bestanden kunnen niet mee.'],
    [
      'macro.doc',
      zip({ '[Content_Types].xml': types('ms-word.document.macroEnabled') }),
      'een Word-document met macro’s of een sjabloon',
    ],
    ['helft.docx', docx().subarray(0, 60), '“helft.docx” is niet heel: het einde ontbreekt'],
    ['helft.doc', doc().subarray(0, 300), '“helft.doc” is niet heel: het einde ontbreekt'],
    ['oud slot.doc', lockedDoc(0x01_00), 'is beveiligd met een wachtwoord'],
    ['oud.doc', lockedDoc(0), 'ok: oud.doc (doc)'],
    ['mif1.heic', mif1('hvc1', 'Exif'), 'ok: mif1.heic (heic)'],
    ['mif1.heic', mif1(), 'ok: mif1.heic (heic)'],
    ['mif1.heic', mif1('av01'), 'een avif-afbeelding'],
    ['mif1.heic', mif1('avc1'), 'een ander soort bestand'],
    ['achter een bom.pdf', Buffer.concat([Buffer.from('\ufeff'), pdf()]), 'ok: achter een bom.pdf (pdf)'],
    ['half.pdf', pdf().subarray(0, 60), 'ok: half.pdf (pdf) cutOff'],
    [
      'half na een aanvulling.pdf',
      Buffer.concat([pdf(), Buffer.from('4 0 obj\n<< /Type')]),
      'ok: half na een aanvulling.pdf (pdf) cutOff',
    ],
    [
      'half.pdf',
      Buffer.from(`%PDF-1.4\n1 0 obj\n<< /Linearized 1 /L 90000 >>\nendobj\nstartxref\n0\n%%EOF\n`),
      'ok: half.pdf (pdf) cutOff',
    ],
    ['met nullen.pdf', Buffer.concat([pdf(), Buffer.alloc(200_000)]), 'ok: met nullen.pdf (pdf)'],
    ['half.png', png().subarray(0, 50), 'ok: half.png (png) cutOff'],
    ['half.jpg', jpg().subarray(0, 20), 'ok: half.jpg (jpg) cutOff'],
    ['foto.jfif', jpg(), rename('jpg')],
    ['foto.jpe', jpg(), rename('jpg')],
    ['foto.heif', heic(), rename('heic')],
    ['brief.word', docx(), rename('docx')],
    ['factuur.pdf_', pdf(), rename('pdf')],
    ['factuur', pdf(), `“factuur” heeft geen extensie en is een pdf. ${rename('pdf')}`],
    ['factuur.jfif', new Uint8Array(), '.jfif-bestanden kunnen niet mee.'],
    ['lijst.xlsx', zip({ '[Content_Types].xml': '<x/>', 'xl/workbook.xml': '<x/>' }), '.xlsx-bestanden kunnen niet mee.'],
  ])('%s: %#', async (name, bytes, words) => {
    const answer = await said(name, bytes)
    // What is taken is taken with exactly this; of a refusal the telling words are enough.
    expect(words.startsWith('ok') ? [answer] : answer).toContain(words)
  })

  test.each(pdfLocks)(
    'a PDF with a lock of %s is refused where it asks for a password, and only there',
    async (_, open, locked) => {
      const refused = '“slot.pdf” is beveiligd met een wachtwoord'
      for (const before of ['', '\u001b%-12345X@PJL\r\n']) {
        expect(await said('slot.pdf', pdf(before, open))).toBe('ok: slot.pdf (pdf)')
        expect(await said('slot.pdf', pdf(before, locked))).toContain(refused)
      }
      // Viewers look for the trailer where its place is wrong.
      const lost = Buffer.from(
        pdf('', locked)
          .toString('latin1')
          .replace(/startxref\n\d+/, 'startxref\n7'),
        'latin1',
      )
      expect(await said('slot.pdf', lost)).toContain(refused)
      const written = locked.dictionary.replace(
        /<([0-9a-f]+)>/g,
        (_whole, hex: string) =>
          `(${[...Buffer.from(hex, 'hex')].map((byte) => `\\${byte.toString(8).padStart(3, '0')}`).join('')})`,
      )
      expect(await said('slot.pdf', pdf('', { ...locked, dictionary: written }))).toContain(refused)
    },
  )

  test('a PDF that only certificates open asks for more than a password, and one whose lock cannot be read is warned of', async () => {
    const lock = (dictionary: string) => pdf('', { dictionary, id: '00' })
    expect(await said('slot.pdf', lock('<< /Filter /Adobe.PubSec /V 4 >>'))).toContain('is beveiligd met een wachtwoord')
    expect(await said('slot.pdf', lock('<< /Filter /Standard /V 9 /R 9 >>'))).toBe('ok: slot.pdf (pdf) locked')
    expect(await said('slot.pdf', lock('<< /Filter /Standard /V 5'))).toBe('ok: slot.pdf (pdf) locked')
    expect(await said('slot.pdf', lock('['.repeat(10_000)))).toBe('ok: slot.pdf (pdf) locked')
  })

  test.each(pdfLocks)('a PDF with a lock of %s whose end is missing is refused: no viewer can mend it', async (_, ...locks) => {
    for (const lock of locks) {
      const whole = pdf('', lock)
      const half = whole.subarray(0, whole.indexOf('xref'))
      expect(await said('half slot.pdf', half)).toContain('“half slot.pdf” is niet heel: het einde ontbreekt')
    }
  })
})

test('emoji in a name keep what joins them; whatever else is hidden goes', async () => {
  const names = ['gezin 👨‍👩‍👧.pdf', 'dokter 👩🏽‍⚕️.pdf', 'vlag 🏳️‍🌈.pdf']
  for (const name of names) expect(await said(name, pdf())).toBe(`ok: ${name} (pdf)`)
  expect(await said('fac\u200dtuur 👩\u200d.pdf', pdf())).toBe('ok: factuur 👩.pdf (pdf)')
})
