import { copyFile, mkdir, readdir, stat } from 'node:fs/promises'
import path from 'node:path'

/** The README's pictures, by the name that they have in the tour. */
const wanted = {
  'dispute-light.png': /dispute-form-light/,
  'unknown-light.png': /outbox-unknown-light/,
  'answer-dark.png': /dispute-sent-dark/,
  'note-dark.png': /note-update-dark/,
  'payment-light.png': /payment-note-light/,
  'payment-review-dark.png': /payment-note-review-dark/,
  'bulk-light.png': /bulk-check-light/,
  'bulk-dark.png': /bulk-result-dark/,
}

/** A README that takes long to show is not read. */
const mostBytes = 150_000

/** Keeps a few of the tour's pictures for the README; fails on one that is missing or too heavy. */
export async function keepForReadme(from: string, to: string): Promise<void> {
  await mkdir(to, { recursive: true })
  const pictures = await readdir(from)
  for (const [name, pattern] of Object.entries(wanted)) {
    const picture = pictures.find((candidate) => pattern.test(candidate))
    if (!picture) throw new Error(`The tour took no picture like ${pattern.source}`)
    const { size } = await stat(path.join(from, picture))
    if (size > mostBytes) throw new Error(`${picture} has ${size} bytes; the README takes ${mostBytes}`)
    await copyFile(path.join(from, picture), path.join(to, name))
  }
}
