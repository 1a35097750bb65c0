/** D-Bus's little-endian marshalling (the specification's "Marshaling (Wire Format)"), as far as notifications need it. */
const alignments: Record<string, number> = {
  y: 1,
  g: 1,
  v: 1,
  b: 4,
  i: 4,
  u: 4,
  s: 4,
  o: 4,
  a: 4,
  x: 8,
  t: 8,
  d: 8,
  '(': 8,
  '{': 8,
}
const alignmentOf = (type: string): number => alignments[type[0] ?? ''] ?? 1

/** A signature's complete types, one by one. */
export function typesOf(signature: string): string[] {
  const types: string[] = []
  for (let at = 0; at < signature.length;) {
    const end = endOfType(signature, at)
    types.push(signature.slice(at, end))
    at = end
  }
  return types
}

function endOfType(signature: string, start: number): number {
  if (signature[start] === 'a') return endOfType(signature, start + 1)
  if (signature[start] !== '(' && signature[start] !== '{') return start + 1
  let depth = 0
  let at = start
  do {
    if (signature[at] === '(' || signature[at] === '{') depth += 1
    if (signature[at] === ')' || signature[at] === '}') depth -= 1
    at += 1
  } while (depth > 0)
  return at
}

/** A value whose type travels with it. */
export interface Variant {
  type: string
  value: unknown
}

/** Writes values one after the other. */
export class Writer {
  private bytes: number[] = []

  get length(): number {
    return this.bytes.length
  }

  align(size: number): void {
    while (this.bytes.length % size !== 0) this.bytes.push(0)
  }

  put(type: string, value: unknown): void {
    this.align(alignmentOf(type))
    if (type === 'y') this.bytes.push(Number(value))
    else if (type === 'u' || type === 'b') this.word(Number(value))
    else if (type === 'i') this.word(Number(value) >>> 0)
    else if (type === 's' || type === 'o') this.text(String(value), true)
    else if (type === 'g') this.text(String(value), false)
    else if (type === 'v') {
      const { type: inner, value: content } = value as Variant
      this.put('g', inner)
      this.put(inner, content)
    } else if (type.startsWith('a')) this.array(type.slice(1), value as readonly unknown[])
    else if (type.startsWith('(') || type.startsWith('{')) {
      for (const [index, inner] of typesOf(type.slice(1, -1)).entries()) this.put(inner, (value as unknown[])[index])
    } else throw new Error(`D-Bus type ${type} is not written here`)
  }

  private word(value: number): void {
    this.bytes.push(value & 0xff, (value >>> 8) & 0xff, (value >>> 16) & 0xff, (value >>> 24) & 0xff)
  }

  private text(value: string, isLong: boolean): void {
    const bytes = Buffer.from(value)
    if (isLong) this.word(bytes.length)
    else this.bytes.push(bytes.length)
    this.bytes.push(...bytes, 0)
  }

  private array(type: string, values: readonly unknown[]): void {
    const lengthAt = this.bytes.length
    this.word(0)
    this.align(alignmentOf(type))
    const start = this.bytes.length
    for (const value of values) this.put(type, value)
    const length = Buffer.alloc(4)
    length.writeUInt32LE(this.bytes.length - start)
    this.bytes.splice(lengthAt, 4, ...length)
  }

  done(): Buffer {
    return Buffer.from(this.bytes)
  }
}

/** Reads values one after the other. */
export class Reader {
  private at: number
  private readonly bytes: Buffer

  constructor(bytes: Buffer, at = 0) {
    this.bytes = bytes
    this.at = at
  }

  get position(): number {
    return this.at
  }

  align(size: number): void {
    this.at = Math.ceil(this.at / size) * size
  }

  take(type: string): unknown {
    this.align(alignmentOf(type))
    if (type === 'y') return this.bytes[this.at++]
    if (type === 'u' || type === 'i' || type === 'b') {
      const value = type === 'i' ? this.bytes.readInt32LE(this.at) : this.bytes.readUInt32LE(this.at)
      this.at += 4
      return type === 'b' ? value === 1 : value
    }
    if (type === 'x' || type === 't' || type === 'd') {
      this.at += 8
      return type === 'd' ? this.bytes.readDoubleLE(this.at - 8) : this.bytes.readBigInt64LE(this.at - 8)
    }
    if (type === 's' || type === 'o') return this.text(Number(this.take('u')))
    if (type === 'g') return this.text(Number(this.bytes[this.at++]))
    if (type === 'v') return this.take(String(this.take('g')))
    if (type.startsWith('a')) return this.array(type.slice(1))
    if (type.startsWith('(') || type.startsWith('{')) return typesOf(type.slice(1, -1)).map((inner) => this.take(inner))
    throw new Error(`D-Bus type ${type} is not read here`)
  }

  private text(length: number): string {
    const text = this.bytes.toString('utf8', this.at, this.at + length)
    this.at += length + 1
    return text
  }

  private array(type: string): unknown[] {
    const length = Number(this.take('u'))
    this.align(alignmentOf(type))
    const end = this.at + length
    const values: unknown[] = []
    while (this.at < end) values.push(this.take(type))
    return values
  }
}
