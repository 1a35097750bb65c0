import { createHash, randomInt } from 'node:crypto'

/**
 * Crockford's base 32 (https://www.crockford.com/base32.html): no I, L, O or U, and who writes one of the first three by
 * mistake is understood.
 */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const isCodeText = new RegExp(`^[${alphabet}]*$`)
/** 130 bits that nobody can guess, so that no slow derivation has to make up for a short one. */
const randomLength = 26
const tagLength = 2
const checkLength = 2
/** How many characters a code has, and how many stand together. */
export const codeLength = randomLength + tagLength + checkLength
export const groupLength = 5

/** The largest prime below 32²: any one wrong character and any two neighbours that changed places leave another remainder. */
const checkPrime = 1021n

const digits = (value: number): string => `${alphabet[Math.floor(value / 32)] ?? ''}${alphabet[value % 32] ?? ''}`

/** The remainder as IBAN takes it, with the characters that hold it counted as nothing. */
function checkOf(text: string): string {
  const number = text.split('').reduce((sum, one) => sum * 32n + BigInt(alphabet.indexOf(one)), 0n)
  return digits(Number((number * 1024n) % checkPrime))
}

/** Which set of keys a code is for: enough to say that a code is another ledger's, and too little to tell anything. */
const tagOf = (setId: string): string => digits(createHash('sha256').update(`balie-keys ${setId}`).digest().readUInt16BE() >> 6)

/** A fresh code for a set of keys. */
export function makeCode(setId: string): string {
  const random = Array.from({ length: randomLength }, () => alphabet[randomInt(32)]).join('')
  const text = random + tagOf(setId)
  return text + checkOf(text)
}

/** As it is written down. */
export const inGroups = (code: string): string => code.match(new RegExp(`.{${groupLength}}`, 'g'))?.join('-') ?? code

/** What a person typed: a code, and whether it is for this set; or why it is none. */
export type ReadCode = { state: 'code'; code: string; isOfSet: boolean } | { state: 'incomplete' | 'typo' }

/** Whatever stands between the characters, in whatever case. */
export const normalised = (typed: string): string =>
  typed
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[\s\p{Pd}.,_]+/gu, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1')

/** Reads a typed code. A slip is told apart from a wrong code before anything is tried with it. */
export function readCode(typed: string, setId: string): ReadCode {
  const code = normalised(typed)
  if (!isCodeText.test(code)) return { state: 'typo' }
  if (code.length !== codeLength) return { state: code.length < codeLength ? 'incomplete' : 'typo' }
  const text = code.slice(0, -checkLength)
  if (checkOf(text) !== code.slice(-checkLength)) return { state: 'typo' }
  return { state: 'code', code, isOfSet: text.endsWith(tagOf(setId)) }
}
