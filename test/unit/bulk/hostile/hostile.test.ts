import { describe, expect, test } from 'vitest'
import { catalogues } from '#shared/languages/index.ts'
import { Unreadable } from '#main/bulk/vocabulary/unreadable.ts'
import { readTable } from '#test/support/bulk-table.ts'
import type { HostileFile } from './case.ts'
import { hostileTexts } from './texts.ts'
import { hostileWorkbooks } from './workbooks.ts'

/** Of a file of at most 50 MB; machines that test are slow and shared. */
const slowestMs = 30_000
const megabyte = 1024 * 1024

/** Reads a file as the app does; what it gives is a table or one sentence, and nothing else. */
async function outcomeOf({ bytes, gives }: HostileFile): Promise<HostileFile['gives']> {
  try {
    const { cells } = await readTable(bytes(), { header: false })
    return typeof gives === 'object' && 'rows' in gives ? { rows: cells.length } : { cells }
  } catch (error) {
    if (error instanceof Unreadable && error.message in catalogues.nl) return error.message
    throw error
  }
}

const named = (files: readonly HostileFile[]) => files.map((file) => [file.name, file] as const)

describe('a hostile file gives a clear sentence or a clean table', () => {
  test('there are over a hundred of them', () => {
    const all = [...hostileTexts, ...hostileWorkbooks]
    expect(new Set(all.map(({ name }) => name)).size).toBe(all.length)
    expect(all.length).toBeGreaterThanOrEqual(150)
  })

  test.each([...named(hostileTexts), ...named(hostileWorkbooks)])('%s', { timeout: slowestMs }, async (_, file) => {
    expect(await outcomeOf(file)).toEqual(file.gives)
  })
})

describe('memory', () => {
  const bombs = hostileWorkbooks.filter(({ gives }) => gives === 'bulk.read.unpacksTooLarge' || gives === 'bulk.read.damaged')

  test('a gigabyte in disguise takes a small part of one', async () => {
    let most = 0
    const before = process.memoryUsage.rss()
    const watch = setInterval(() => (most = Math.max(most, process.memoryUsage.rss() - before)), 5)
    for (const bomb of bombs.filter(({ name }) => name.includes('gigabyte'))) await outcomeOf(bomb)
    clearInterval(watch)
    expect(most).toBeLessThan(400 * megabyte)
  })
})
