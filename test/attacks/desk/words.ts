import { neutralised } from '#main/bulk/vocabulary/formula-cells.ts'
import { readableCopy } from '#main/privacy/readable-copy.ts'
import { knownSecrets } from '#main/redaction/known-secrets.ts'
import { asOneEntry, withoutPersonalText } from '#main/redaction/log-text.ts'
import { oneDialog } from '#main/shell/one-dialog.ts'
import { safeFileName } from '#main/storage/safe-file-name.ts'
import { nativeValue } from '#main/text/native-value.ts'
import { sayIn } from '#main/text/say.ts'
import { cleanedVendor } from '#main/upstream/cleaned-vendor.ts'
import { readAnswer } from '#main/upstream/answer.ts'
import type { Attacks } from './attack.ts'

const secret = 'Zeer-Geheim/Sleutel+98'
const forms: Record<string, string> = {
  'as it is': secret,
  'as base64': Buffer.from(secret).toString('base64'),
  'as base64 within basic auth': Buffer.from(`winkel:${secret}`).toString('base64'),
  'as hexadecimal': Buffer.from(secret).toString('hex'),
  'as \\u escapes': Array.from(secret, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`).join(''),
  'as HTML': Array.from(secret, (sign) => `&#${sign.charCodeAt(0)};`).join(''),
  'as a URL': encodeURIComponent(secret),
}

/** A vendor that says the key back, however it writes it. */
const echoes: Attacks = Object.fromEntries(
  Object.entries(forms).map(([how, said]) => [
    `has the key stored in a vendor’s sentence, ${how}`,
    () => {
      const vendor = { says: 'error', head: [{ text: `Fout: ${said}.` }], fields: {} } as never
      return JSON.stringify(cleanedVendor(vendor, secret)).includes(JSON.stringify(said).slice(1, -1))
    },
  ]),
)

/** Texts of vendors, customers and pages, where they meet a person, a log or another program. */
export const words: Attacks = {
  ...echoes,
  'has the key stored as a vendor’s number': () =>
    JSON.stringify(cleanedVendor({ says: 'success', number: secret } as never, secret)).includes(secret),
  'has half the key stored, where a text is cut'() {
    const vendor = { says: 'error', head: [{ text: `${'x'.repeat(1_988)}${secret}` }], fields: {} } as never
    return JSON.stringify(cleanedVendor(vendor, secret)).includes(secret.slice(0, 10))
  },
  'has the key kept in an answer as it came'() {
    const body = Buffer.from(JSON.stringify({ message: `You sent ${secret}` }))
    const facts = { progress: 'answered', cause: null, status: 400, headers: {}, body, reusable: true } as never
    return readAnswer(facts, secret).text?.includes(secret) === true
  },
  'has a key logged in another spelling'() {
    const secrets = knownSecrets()
    secrets.add(secret)
    return secrets.without(`proxy said ${forms['as base64']}`).includes(String(forms['as base64']))
  },
  'has a customer’s address logged': () => withoutPersonalText('no answer for jan@example.nl').includes('jan@example.nl'),
  'has the folder of a customer logged': () => withoutPersonalText("open '/home/els/Klachten/Jan Bakker.pdf'").includes('Bakker'),
  'writes a line of its own into the log': () => asOneEntry('x\r\n[2026-11-28] [info] alles goed').includes('\n[2026'),
  'turns a line of the log round': () =>
    /[\u061c\u200e\u200f\u202e\u2066]/.test(asOneEntry('a\u061cb\u200ec\u200fd\u202ee\u2066')),
  'breaks the lines of a native question': () => nativeValue('Winkel\n\nKlik op Ja').includes('\n'),
  'turns a native question round': () => nativeValue('kwaad\u202eelpmaxe').includes('\u202e'),
  'closes the quotes of a native question': () => nativeValue('Winkel” is veilig. “').includes('”'),
  'pushes a native question off the screen': () => nativeValue('x'.repeat(5_000)).length > 400,
  async 'asks thirty questions at once'() {
    const { unlessBusy } = oneDialog()
    const answered = Promise.withResolvers<void>()
    let shown = 0
    const asked = Array.from({ length: 30 }, () => unlessBusy(() => ((shown += 1), answered.promise), undefined))
    await new Promise((resolve) => setTimeout(resolve, 5))
    const atOnce = shown
    answered.resolve()
    await Promise.all(asked)
    return atOnce > 1 || shown > 1
  },
  'leads a file elsewhere by its name': () =>
    /[/\\]|\.\./.test(safeFileName('../../.config/autostart/x.desktop').replace(/^\./, '')),
  'leads a file elsewhere by its name on Windows': () => safeFileName('..\\..\\Start\\x.lnk').includes('\\'),
  'hides what a file is by turning its name': () => safeFileName('factuur\u202efdp.exe').includes('\u202e'),
  'gives a file the name of a device': () => safeFileName('CON.pdf') === 'CON.pdf',
  'gives a file another stream of Windows': () => safeFileName('bon.pdf:verborgen').includes(':'),
  'gives a file a name that Windows shortens': () => safeFileName('bon.exe. . .').endsWith('. .'),
  'gives a file a name that no disk takes': () => Buffer.byteLength(safeFileName(`${'é'.repeat(400)}.pdf`)) > 255,
  'runs a formula in a clerk’s spreadsheet': () => neutralised('=HYPERLINK("https://kwaad.example")').startsWith('='),
  'runs a formula written in wide signs': () => neutralised('＝CMD()').startsWith('＝'),
  'runs a script in a customer’s copy': () =>
    readableCopy('t', [['k', '<script>1</script>']], 'nl', sayIn('nl')).includes('<script>1'),
  'turns the words of a customer’s copy round': () =>
    readableCopy('t', [['k', 'a\u202eb\u200fc']], 'nl', sayIn('nl')).includes('\u202e'),
}
