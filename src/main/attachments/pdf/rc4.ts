/**
 * The cipher of PDFs of before 2008. Neither Node's OpenSSL nor Electron's BoringSSL gives it any more; here it protects nothing,
 * and only tells whether a file asks for a password.
 */
export function rc4(key: Uint8Array, text: Uint8Array): Buffer {
  const state = Uint8Array.from({ length: 256 }, (_, index) => index)
  const at = (index: number) => state[index & 0xff] ?? 0
  const swap = (a: number, b: number) => {
    const kept = at(a)
    state[a & 0xff] = at(b)
    state[b & 0xff] = kept
  }
  for (let i = 0, j = 0; i < 256; i += 1) {
    j = (j + at(i) + (key[i % key.length] ?? 0)) & 0xff
    swap(i, j)
  }
  const out = Buffer.alloc(text.length)
  for (let index = 0, i = 0, j = 0; index < text.length; index += 1) {
    i = (i + 1) & 0xff
    j = (j + at(i)) & 0xff
    swap(i, j)
    out[index] = (text[index] ?? 0) ^ at(at(i) + at(j))
  }
  return out
}
