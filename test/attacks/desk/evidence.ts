import { createFileStreams } from '#main/features/attachments/streams.ts'
import { createFileTokens } from '#main/features/attachments/file-tokens.ts'
import { policyOf } from '#main/shell/page-policy.ts'
import { fitsHeader, sendableUrl } from '#main/upstream/call.ts'
import { parseJson } from '#main/upstream/json.ts'
import { checkPages, checkPixels } from '../../../src/renderer/evidence-worker/limits.ts'
import { readMail, textOfHtml } from '../../../src/renderer/evidence-worker/mail.ts'
import { shownText } from '../../../src/renderer/lib/shown-text.ts'
import { unrefused, type Attacks } from './attack.ts'

const record = { id: 'a', bytes: 3, sha256: '', sealed: true }
const origin = 'app://balie'

function streams(now = () => 0) {
  const vault = {
    async *read() {
      yield Buffer.from('bon')
    },
  }
  return createFileStreams({ vault, tokens: createFileTokens(), folder: '/evidence/', now })
}
const isGiven = async (served: ReturnType<typeof streams>, path: string, method = 'GET') =>
  (await served.serve(new Request(`${origin}${path}`, { method }))).ok

/** A mail with this many attachments. */
const mailWith = (count: number) =>
  Buffer.from(
    [
      'From: a@b.nl\r\nSubject: x\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n',
      ...Array.from(
        { length: count },
        (_, at) => `--b\r\nContent-Type: text/plain\r\nContent-Disposition: attachment; filename=${at}.txt\r\n\r\nx\r\n`,
      ),
      '--b--\r\n',
    ].join(''),
  )

/** Customers' files where they are decoded, and answers of vendors where they are read. */
export const evidence: Attacks = {
  'reads a customer’s file a second time'() {
    const served = streams()
    const path = served.offer(record)
    return isGiven(served, path).then(() => isGiven(served, path))
  },
  'reads a customer’s file of the page before'() {
    const served = streams()
    const path = served.offer(record)
    served.clear()
    return isGiven(served, path)
  },
  'reads a customer’s file long after'() {
    let now = 0
    const served = streams(() => now)
    const path = served.offer(record)
    now = 3_600_000
    return isGiven(served, path)
  },
  'reads a customer’s file by a guessed address': () => isGiven(streams(), '/evidence/a'),
  'has a customer’s file run as a page of ours': async () => {
    const served = streams()
    const answer = await served.serve(new Request(`${origin}${served.offer(record)}`))
    return answer.ok && !String(answer.headers.get('content-security-policy')).includes('sandbox')
  },
  'reads a customer’s file in the page itself': () => /connect-src[^;]*evidence/.test(policyOf('/index.html')),
  'reaches a server out of the worker that decodes': () =>
    /connect-src[^;]*(https:|\*)/.test(policyOf('/assets/evidence-worker-x1.js')),
  'fills the memory by a picture that says it is large': async () =>
    (await unrefused(() => (checkPixels(60_000, 60_000), true))) !== null,
  'fills the memory by a thousand pages': async () => (await unrefused(() => (checkPages(1_000), true))) !== null,
  'fills the memory by a mail with a thousand files': async () => {
    const mail = await unrefused(() => readMail(new Uint8Array(mailWith(1_000)), 'eml'))
    return (mail?.attachments.length ?? 0) > 100
  },
  'has the script of a mail shown': () =>
    textOfHtml('<p>Dag</p><script>fetch("https://kwaad.example")</script>').includes('fetch'),
  'has the markup of a mail shown': () => textOfHtml('<img src="https://kwaad.example/x.png">Dag').includes('<img'),
  'turns round what stands beside it on a screen': () => /[\u202e\u200f\u061c]/.test(shownText('nr \u202e12\u200f34\u061c')),
  'hides signs on a screen': () => /[\u200b\u2060\u206a]/.test(shownText('1\u200b2\u20603\u206a')),
  'changes what every object has by a vendor’s answer': () =>
    Object.hasOwn((parseJson('{"__proto__":{"isAdmin":true}}') ?? {}) as object, '__proto__'),
  'breaks the stack by a vendor’s answer': () => parseJson(`${'['.repeat(500)}${']'.repeat(500)}`) !== undefined,
  'changes an identifier by reading it': () =>
    JSON.stringify(parseJson('{"id":12345678901234567890}')) !== '{"id":12345678901234567890}',
  'has a key sent without TLS': () => sendableUrl('http://api.example/') !== null,
  'has a key sent to a host behind another’s name': () => sendableUrl('https://api.billink.nl@kwaad.example/') !== null,
  'has a line of its own sent by a key': () => fitsHeader('sleutel\r\nHost: kwaad.example'),
}
