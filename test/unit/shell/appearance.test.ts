import { EventEmitter } from 'node:events'
import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { canvasOf, followTheme, type SystemTheme } from '#main/shell/appearance.ts'

test('the window shows the page’s own canvas before the page has painted', async () => {
  const tokens = await readFile(new URL('../../../src/renderer/ui/tokens.css', import.meta.url), 'utf8')
  const canvases = [...tokens.matchAll(/--canvas: (#\w+);/g)].map(([, color]) => color)
  expect([...new Set(canvases)]).toEqual([canvasOf(false), canvasOf(true)])
})

test('frame and dialogs follow the chosen theme, and the window is painted anew', () => {
  const painted: string[] = []
  const chosen: Pick<SystemTheme, 'themeSource'> = { themeSource: 'system' }
  const theme = Object.assign(new EventEmitter(), {
    ...chosen,
    shouldUseDarkColors: true,
  })
  const choose = followTheme(theme, (color) => painted.push(color))
  choose('dark')
  expect(theme.themeSource).toBe('dark')
  theme.emit('updated')
  expect(painted).toEqual([canvasOf(true)])
})
