import { EvidenceFault, faultOf } from './fault.ts'
import type { Mail } from './mail.ts'
import type { Answered, Asked, CallName, Calls, WorkerFile } from './protocol.ts'
import type { Piece } from './put-together.ts'
import { show, type Shown } from './shown.ts'
import { bringFile, fetchFile } from './streams.ts'

/**
 * Where customers' files are decoded: a worker of the sandboxed page with a policy of its own, which reaches nothing but the streams
 * that main opened for its job. It lives as long as that job.
 */
let shown: Shown | null = null
let mail: Mail | null = null

type Works = {
  [Name in CallName]: (input: Calls[Name]['input'], progress: (part: object) => void) => Promise<Calls[Name]['value']>
}

const pieceOf = async ({ path, name, kind }: WorkerFile) => ({ name, kind, bytes: await fetchFile(path) })

const works: Works = {
  async open({ file, words }) {
    shown = await show(await pieceOf(file), words)
    return { pages: shown.sizes }
  },
  async draw({ page, width }) {
    if (!shown) throw new EvidenceFault('damaged')
    return shown.draw(page, width)
  },
  async make({ files, maxBytes, result, words }, progress) {
    const pieces: Piece[] = []
    for (const file of files) pieces.push({ ...(await pieceOf(file)), edits: file.edits })
    const { putTogether } = await import('./put-together.ts')
    const { bytes, pages, step, pictured } = await putTogether(pieces, maxBytes, words, progress)
    const before = pieces.reduce((sum, piece) => sum + piece.bytes.length, 0)
    const token = await bringFile(result, bytes)
    return { token, bytes: bytes.length, pages, step, before, pictured }
  },
  async mail({ file }) {
    if (file.kind !== 'eml' && file.kind !== 'msg') throw new EvidenceFault('damaged')
    const { readMail } = await import('./mail.ts')
    mail = await readMail(await fetchFile(file.path), file.kind)
    const { from, date, subject, text, attachments } = mail
    return { from, date, subject, text, attachments: attachments.map(({ name, bytes }) => ({ name, bytes: bytes.length })) }
  },
  async dossier({ text, files, result, words }, progress) {
    const { makeDossier } = await import('./dossier.ts')
    // One after the other: all attachments at once would not fit.
    const fileOf = async (item: number) => {
      const file = files[item]
      return file ? pieceOf(file) : null
    }
    const bytes = await makeDossier(text, fileOf, words, (done) => progress({ done, of: files.length, step: 0 }))
    return { token: await bringFile(result, bytes) }
  },
  async bring({ attachment, result }) {
    const bytes = mail?.attachments[attachment]?.bytes
    if (!bytes) throw new EvidenceFault('damaged')
    return { token: await bringFile(result, bytes) }
  },
}

self.addEventListener('message', ({ data: { id, name, input } }: MessageEvent<Asked>) => {
  const answer = (answered: Answered, transfer: Transferable[] = []) => postMessage(answered, { transfer })
  const progress = (part: object) => answer({ id, progress: part } as Answered)
  const work = works[name] as (given: unknown, told: (part: object) => void) => Promise<unknown>
  work(input, progress).then(
    (value) => answer({ id, ok: true, value }, value instanceof ImageBitmap ? [value] : []),
    (error: unknown) => {
      const { fault, values } = faultOf(error)
      answer({ id, ok: false, fault, values })
    },
  )
})
