/** Letters without their accents and capitals: a person is found however their name was typed. */
const fold = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()

/** Within a longer number another person's would be found. */
const asNumber = (digits: string) => new RegExp(`(?<![0-9])${digits}(?![0-9])`)

/** Tells whether a text speaks of the person; what stands in JSON is found as it is written there. */
export function matcher(terms: readonly string[]): (text: string) => boolean {
  const folded = terms.map(fold)
  const numbers = folded.filter((term) => /^[0-9]+$/.test(term)).map(asNumber)
  const words = folded.filter((term) => !/^[0-9]+$/.test(term))
  const written = [...new Set(words.flatMap((word) => [word, JSON.stringify(word).slice(1, -1)]))]
  return (text) => {
    const plain = fold(text)
    return written.some((word) => plain.includes(word)) || numbers.some((number) => number.test(plain))
  }
}
