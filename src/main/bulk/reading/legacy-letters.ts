import type { Encoding } from '#shared/domain/bulk.ts'

/** The code pages of before Unicode that people in this country still get files in. */
export type LegacyEncoding = Extract<Encoding, 'windows-1252' | 'macintosh' | 'ibm850'>

/** The upper half of code page 850, which the platform does not know. @see https://www.unicode.org/Public/MAPPINGS/VENDORS/MICSFT/PC/CP850.TXT */
const ibm850 =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00ad±‗¾¶§÷¸°¨·¹³²■\u00a0'

/** A text in one of them; every byte is a letter, so that any piece of a file can be decoded by itself. */
export function decodeLegacy(bytes: Uint8Array, encoding: LegacyEncoding): string {
  if (encoding !== 'ibm850') return new TextDecoder(encoding).decode(bytes)
  const latin = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1')
  return latin.replace(/[\u0080-\u00ff]/g, (letter) => ibm850.charAt(letter.charCodeAt(0) - 128))
}

/** In the order that decides between equals: most files by far come from Windows. */
const candidates: readonly LegacyEncoding[] = ['windows-1252', 'macintosh', 'ibm850']

const letter = /\p{L}/u
const weights: readonly (readonly [RegExp, number])[] = [
  [/[éëïöü]/, 3],
  [/[èêáàâäíîóôúûçñß]/, 2],
]

/** How much a letter looks at home where it stands. */
function fit(sign: string, before: string, after: string): number {
  const within = letter.test(before) || letter.test(after)
  if (/[’'´]/.test(sign)) return 3
  if (/[€£§°–—“”‘„…©®½²³·×±\u00a0]/.test(sign)) return letter.test(before) && letter.test(after) ? -1 : 1
  // A capital in the midst of small letters is a letter of another alphabet.
  if (/[ÀÁÂÄÇÈÉÊËÌÍÎÏÑÒÓÔÖÙÚÛÜ]/.test(sign)) return /\p{Ll}/u.test(before) ? -1 : within ? 2 : -1
  const weight = weights.find(([signs]) => signs.test(sign))?.[1]
  return weight && within ? weight : -1
}

/**
 * Which of them a text was written in, by where its letters come to stand: `Zo‰` is nobody's name, `Zoë` is. A guess, and said
 * to be one. `usual` wins where nothing tells them apart.
 */
export function guessLegacy(samples: readonly Uint8Array[], usual: LegacyEncoding = 'windows-1252'): LegacyEncoding {
  const ordered = [usual, ...candidates.filter((encoding) => encoding !== usual)]
  const scores = ordered.map((encoding) => {
    let score = 0
    for (const sample of samples) {
      const text = decodeLegacy(sample, encoding)
      for (let at = 0; at < sample.length; at += 1) {
        if ((sample[at] ?? 0) < 0x80) continue
        score += fit(text.charAt(at), text.charAt(at - 1), text.charAt(at + 1))
      }
    }
    return { encoding, score }
  })
  return scores.reduce((best, other) => (other.score > best.score ? other : best)).encoding
}
