import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { runMain, SetupProblem } from '#tools/setup/problem.mjs'
import { mergeFeeds } from './merge-feeds.ts'

/** `node tools/pack/gather.ts FROM TO`: what each computer packed, from a folder each, in one; feeds of the same name become one. */
await runMain(async () => {
  const [, , from, to] = process.argv
  if (from === undefined || to === undefined) throw new SetupProblem('There is nothing to gather.', 'Name the two folders.')
  mkdirSync(to, { recursive: true })
  const feeds = new Map<string, string[]>()
  for (const folder of readdirSync(from).toSorted()) {
    for (const name of readdirSync(join(from, folder))) {
      const file = join(from, folder, name)
      if (/^latest.*\.yml$/.test(name)) feeds.set(name, [...(feeds.get(name) ?? []), readFileSync(file, 'utf8')])
      else renameSync(file, join(to, name))
    }
  }
  for (const [name, texts] of feeds) writeFileSync(join(to, name), mergeFeeds(texts))
  return 0
})
