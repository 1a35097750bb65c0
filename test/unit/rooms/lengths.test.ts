import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'

const project = path.join(import.meta.dirname, '../../..')
const longest = 250

test.each(['src', 'tools'])('no module of %s is longer than a person reads in one go', (room) => {
  const files = readdirSync(path.join(project, room), { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.([cm]?[jt]sx?|css)$/.test(name),
  )
  expect(files.length).toBeGreaterThan(50)
  const lines = (name: string) =>
    readFileSync(path.join(project, room, name), 'utf8')
      .trimEnd()
      .split('\n').length
  expect(files.map((name) => [name, lines(name)] as const).filter(([, count]) => count > longest)).toEqual([])
})
