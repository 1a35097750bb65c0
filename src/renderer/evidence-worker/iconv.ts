/**
 * Stands in for `iconv-lite`, of which the reader of Outlook's mails asks one thing: the engine knows every encoding itself, and the
 * package would bring a copy of Node's Buffer and half a megabyte of tables.
 */
export function decode(bytes: Uint8Array, encoding: string): string {
  try {
    return new TextDecoder(named[encoding.toLowerCase()] ?? encoding).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

const named: Record<string, string> = { cp65001: 'utf-8', cp936: 'gbk', cp949: 'euc-kr', cp932: 'shift_jis', cp950: 'big5' }

/** Only who writes such mails would ask. */
export function encode(): never {
  throw new Error('Mails are read here, not written.')
}

export default { decode, encode }
