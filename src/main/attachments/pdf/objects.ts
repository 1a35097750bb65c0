/** A value in a PDF: strings as their bytes, names without their slash, and references to other objects. */
export type PdfValue = number | boolean | null | Buffer | { name: string } | { ref: string } | PdfValue[] | PdfDict
export interface PdfDict {
  dict: Map<string, PdfValue>
}

/** SECURITY: deeper than any honest dictionary that is read here. */
const maxDepth = 20

/**
 * Reads the value at a place in a PDF; undefined where there is none. Only what trailers and encryption dictionaries are made of.
 * @see ISO 32000-1 7.3
 */
export function pdfValue(bytes: Buffer, start = 0): PdfValue | undefined {
  const reader = new Reader(bytes, start)
  try {
    return reader.value(0)
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}

export const isDict = (value: PdfValue | undefined): value is PdfDict =>
  typeof value === 'object' && value !== null && 'dict' in value

const escapes: Record<string, number> = { n: 10, r: 13, t: 9, b: 8, f: 12 }

class Reader {
  readonly #bytes: Buffer
  #at: number

  constructor(bytes: Buffer, at: number) {
    this.#bytes = bytes
    this.#at = at
  }

  value(depth: number): PdfValue {
    if (depth > maxDepth) throw new RangeError('too deep')
    this.#skip()
    if (this.#take('<<')) return this.#dict(depth)
    if (this.#take('<')) return this.#hex()
    if (this.#take('(')) return this.#literal()
    if (this.#take('[')) return this.#array(depth)
    if (this.#take('/')) return { name: this.#word() }
    const word = this.#word()
    if (word === 'true' || word === 'false') return word === 'true'
    if (word === 'null') return null
    const number = Number(word)
    if (word === '' || Number.isNaN(number)) throw new RangeError('no value')
    return this.#reference(word) ?? number
  }

  /** `12 0 R` is one value and not three. */
  #reference(word: string): PdfValue | null {
    const rest = this.#bytes.toString('latin1', this.#at, this.#at + 32)
    const found = /^\d+$/.test(word) ? /^\s+(\d+)\s+R(?![\w])/.exec(rest) : null
    if (!found) return null
    this.#at += found[0].length
    return { ref: `${word} ${found[1]}` }
  }

  #dict(depth: number): PdfDict {
    const dict = new Map<string, PdfValue>()
    for (;;) {
      this.#skip()
      if (this.#take('>>')) return { dict }
      if (!this.#take('/')) throw new RangeError('no name')
      const name = this.#word()
      dict.set(name, this.value(depth + 1))
    }
  }

  #array(depth: number): PdfValue[] {
    const values: PdfValue[] = []
    for (;;) {
      this.#skip()
      if (this.#take(']')) return values
      values.push(this.value(depth + 1))
    }
  }

  #hex(): Buffer {
    const end = this.#bytes.indexOf('>', this.#at)
    if (end === -1) throw new RangeError('no end')
    const digits = this.#bytes.toString('latin1', this.#at, end).replace(/\s/g, '')
    this.#at = end + 1
    return Buffer.from(digits.length % 2 === 0 ? digits : `${digits}0`, 'hex')
  }

  #literal(): Buffer {
    const out: number[] = []
    for (let depth = 1; ;) {
      const byte = this.#next()
      const char = String.fromCharCode(byte)
      if (char === '\\') {
        this.#escaped(out)
        continue
      }
      if (char === '(') depth += 1
      if (char === ')' && --depth === 0) return Buffer.from(out)
      out.push(byte)
    }
  }

  #escaped(out: number[]): void {
    const octal = /^[0-7]{1,3}/.exec(this.#bytes.toString('latin1', this.#at, this.#at + 3))
    if (octal) {
      this.#at += octal[0].length
      out.push(Number.parseInt(octal[0], 8) & 0xff)
      return
    }
    const byte = this.#next()
    // A line that is broken with a backslash goes on.
    if (byte === 13 && this.#bytes[this.#at] === 10) this.#at += 1
    if (byte !== 13 && byte !== 10) out.push(escapes[String.fromCharCode(byte)] ?? byte)
  }

  #next(): number {
    const byte = this.#bytes[this.#at]
    if (byte === undefined) throw new RangeError('no end')
    this.#at += 1
    return byte
  }

  #take(text: string): boolean {
    if (this.#bytes.toString('latin1', this.#at, this.#at + text.length) !== text) return false
    this.#at += text.length
    return true
  }

  #word(): string {
    const start = this.#at
    while (this.#at < this.#bytes.length && !'()<>[]{}/% \t\r\n\f\0'.includes(String.fromCharCode(this.#bytes[this.#at] ?? 0)))
      this.#at += 1
    return this.#bytes.toString('latin1', start, this.#at)
  }

  #skip(): void {
    for (;;) {
      const byte = this.#bytes[this.#at]
      if (byte === undefined) throw new RangeError('no end')
      if (byte === 0x25) {
        while (this.#at < this.#bytes.length && ![10, 13].includes(this.#bytes[this.#at] ?? 10)) this.#at += 1
      } else if ([0, 9, 10, 12, 13, 32].includes(byte)) this.#at += 1
      else return
    }
  }
}
