import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { drawIcons, resources } from '#tools/icons/icons.ts'

test('every icon is what the drawing says, and there is none beside them', async () => {
  const drawn = await drawIcons()
  const differing = [...drawn].flatMap(([name, bytes]) => (readFileSync(join(resources, name)).equals(bytes) ? [] : [name]))
  expect(differing, 'run npm run icons').toEqual([])

  const kept = readdirSync(resources, { recursive: true, encoding: 'utf8' }).map((name) => name.replaceAll('\\', '/'))
  expect(kept.filter((name) => /\.(png|ico|icns)$/.test(name)).toSorted()).toEqual([...drawn.keys()].toSorted())
})

test('the drawing has the accent of the app and of its dark theme', () => {
  const tokens = readFileSync(join(resources, '../src/renderer/ui/tokens.css'), 'utf8')
  const accents = new Set([...tokens.matchAll(/--accent: (#[0-9a-f]{6})/g)].map(([, colour]) => colour))
  const drawing = readFileSync(join(resources, 'icon.svg'), 'utf8')
  const colours = new Set(
    [...drawing.matchAll(/#[0-9a-f]{6}/g)].map(([colour]) => colour).filter((colour) => colour !== '#ffffff'),
  )
  expect(colours).toEqual(accents)
})
