import { inOwnDirection } from '#shared/domain/own-direction.ts'

/** What steers a terminal or a line, hides, or turns the order of signs. */
const steering = /[\p{Cc}\p{Cf}\u2028\u2029]+/gu

/** Longer than any path that is worth reading, and shorter than a dialog that pushes its own question off the screen. */
const longest = 300

/**
 * A name, a path or a reason as main shows it in a native dialog, a notification or a menu.
 * SECURITY: a name is whatever a page, a file or an organisation's policy says. On one line, in our own quotes and in its own
 * direction it cannot pass for a sentence of Balie's.
 */
export function nativeValue(text: string, max = longest): string {
  const plain = text
    .toWellFormed()
    .replace(steering, ' ')
    .replace(/["“”„«»]/g, '’')
    .replace(/\s+/gu, ' ')
    .trim()
  const signs = Array.from(plain)
  return inOwnDirection(signs.length > max ? `${signs.slice(0, max - 1).join('')}…` : plain)
}
