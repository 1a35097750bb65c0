import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

const css = readFileSync(new URL('../../../../src/renderer/ui/tokens.css', import.meta.url), 'utf8')

type Palette = Record<string, string>

/** The colours a block declares; the block is found by what its selector begins with. */
function palette(selector: string): Palette {
  const block = css.slice(css.indexOf(selector)).match(/\{([^}]*)\}/)?.[1] ?? ''
  return Object.fromEntries([...block.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})/g)].map(([, name, colour]) => [name, colour]))
}
const light = palette(':root {')
const dark = palette(":root[data-theme='dark']")
const darkBySystem = palette(":root:not([data-theme='light'])")

/** Relative luminance and contrast as WCAG 2.2 defines them. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
function contrast(one: string, other: string): number {
  const [high = 0, low = 0] = [luminance(one), luminance(other)].toSorted((a, b) => b - a)
  return (high + 0.05) / (low + 0.05)
}

/** `color-mix(in srgb, over share%, transparent)` laid on a ground. */
function wash(over: string, ground: string, share: number): string {
  const parts = [1, 3, 5].map((at) => {
    const [top, bottom] = [over, ground].map((colour) => Number.parseInt(colour.slice(at, at + 2), 16))
    return Math.round((top ?? 0) * share + (bottom ?? 0) * (1 - share))
  })
  return `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`
}

const texts: readonly (readonly [front: string, ground: string])[] = [
  ['text', 'canvas'],
  ['text', 'surface'],
  ['muted', 'canvas'],
  ['muted', 'surface'],
  ['accent', 'surface'],
  ['accent', 'canvas'],
  ['on-accent', 'accent'],
  ...['ok', 'warn', 'error', 'practice'].flatMap((tone): [string, string][] => [
    [tone, `${tone}-bg`],
    [tone, 'surface'],
    ['text', `${tone}-bg`],
  ]),
]

describe.each([
  ['light', light],
  ['dark', dark],
])('the %s palette', (_, colours) => {
  const colour = (name: string) => colours[name] ?? '#missing'

  test.each(texts)('%s on %s carries text (AA, 4.5 : 1)', (front, ground) => {
    expect(contrast(colour(front), colour(ground))).toBeGreaterThanOrEqual(4.5)
  })

  test.each(['surface', 'canvas'])('text is legible on hovered and selected rows of %s', (ground) => {
    const selected = wash(colour('accent'), colour(ground), 0.13)
    const hovered = wash(colour('text'), colour(ground), 0.06)
    for (const row of [selected, hovered]) {
      expect(contrast(colour('text'), row)).toBeGreaterThanOrEqual(4.5)
      expect(contrast(colour('muted'), row)).toBeGreaterThanOrEqual(4.5)
    }
  })

  test.each([
    ['field-border', 'surface'],
    ['focus', 'surface'],
    ['focus', 'canvas'],
  ])('%s is seen against %s (3 : 1)', (front, ground) => {
    expect(contrast(colour(front), colour(ground))).toBeGreaterThanOrEqual(3)
  })
})

test('dark is the same whether the system or the person asks for it', () => {
  expect(Object.keys(dark)).toEqual(Object.keys(light))
  expect(darkBySystem).toEqual(dark)
})
