import { createIntl } from 'react-intl'
import { describe, expect, test } from 'vitest'
import { checkFile } from '#main/attachments/check.ts'
import { AppFailure } from '#main/ipc/failure.ts'
import { openSource } from '#main/storage/source-file.ts'
import { attachmentFormats } from '#shared/domain/attachment.ts'
import { attachmentMessages } from '#shared/messages/attachment.ts'
import { compoundFile, doc, docx, heic, isoMedia, jpg, pdf, png, samples, zip } from '#test/support/sample-files.ts'

const limit = 10 * 1024 * 1024
const intl = createIntl({ locale: 'nl', messages: attachmentMessages.nl })

/** What a person reads when they attach this file; "ok" with its name and format where it is taken. */
async function said(name: string, bytes: Uint8Array, maxBytes = limit): Promise<string> {
  try {
    const checked = await checkFile(await openSource({ name, bytes }), maxBytes)
    return `ok: ${checked.name} (${checked.format})`
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
    ['brief.docx', docx().subarray(0, 60), 'een zip-bestand'],
    ['brief.doc', compoundFile(['Workbook']), 'een Excel-bestand'],
    ['brief.doc', compoundFile(['PowerPoint Document']), 'een PowerPoint-bestand'],
    ['brief.doc', compoundFile(['__properties_version1.0']), 'een ander Office-bestand'],
    ['brief.doc', doc().subarray(0, 300), 'een ander Office-bestand'],
    ['brief.doc', Buffer.from('{\\rtf1\\ansi Beste,}'), 'een rtf-document'],
    ['brief.doc', Buffer.from('<html><body>Beste</body></html>'), 'een ander soort bestand, of beschadigd'],
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
      '“brief.docx” is beveiligd met een wachtwoord; Billink kan het dan niet openen. Sla het op zonder wachtwoord en voeg het opnieuw toe.',
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
    expect(await said('brief.docx', wild)).toContain('een zip-bestand')
    const far = doc()
    far.writeUInt32LE(0x7f_ff_ff_ff, 48)
    expect(await said('brief.doc', far)).toContain('een ander Office-bestand')
  })
})

describe('a name that cannot travel', () => {
  test.each([
    ['factuur', '“factuur” heeft geen extensie.'],
    ['.pdf', '“.pdf” heeft geen extensie.'],
    ['factuur.', '“factuur.” heeft geen extensie.'],
    ['lijst.xlsx', '“lijst.xlsx” is niet toegevoegd: Billink neemt geen .xlsx-bestanden aan. Sla het op als pdf'],
    ['factuur.pdf.exe', '“factuur.pdf.exe” is niet toegevoegd: Billink neemt geen .exe-bestanden aan.'],
    // Shown as "factuurexe.pdf" where the override is obeyed.
    ['factuur\u202Efdp.exe', 'Billink neemt geen .exe-bestanden aan.'],
    [`${'a'.repeat(260)}.pdf`, `De naam “${'a'.repeat(60)}” kan niet verzonden worden.`],
    ['half \uD800.pdf', 'De naam “half \uFFFD.pdf” kan niet verzonden worden.'],
  ])('%j', async (name, words) => {
    expect(await said(name, pdf())).toContain(words)
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
