import { readdirSync } from 'node:fs'
import os from 'node:os'
import { printFigures, type BenchOptions, type Figure } from './figures.ts'

/** A case is a file `*.bench.ts` here that exports what it measures. */
interface Case {
  measure(options: BenchOptions): Promise<Figure[]>
}

const noPeers = '--without-peers'
const given = process.argv.slice(2)
const asked = given.filter((word) => word !== noPeers)
const options: BenchOptions = { withoutPeers: given.includes(noPeers) }
const names = readdirSync(import.meta.dirname)
  .filter((name) => name.endsWith('.bench.ts'))
  .map((name) => name.slice(0, -'.bench.ts'.length))
/** `desk` stands for `desk-start` as well. */
const casesOf = (word: string) => names.filter((name) => name === word || name.startsWith(`${word}-`))
const unknown = asked.filter((word) => casesOf(word).length === 0)
if (unknown.length > 0) {
  console.error(`No such case: ${unknown.join(', ')}. There are: ${names.join(', ')}; and the option ${noPeers}`)
  process.exit(2)
}

console.log(
  `Node ${process.version}, ${os.availableParallelism()} × ${os.cpus()[0]?.model ?? 'unknown processor'}, medians of the rounds shown\n`,
)
const figures: Figure[] = []
for (const name of asked.length > 0 ? new Set(asked.flatMap(casesOf)) : names) {
  const { measure } = (await import(`./${name}.bench.ts`)) as Case
  figures.push(...(await measure(options)))
}
printFigures(figures)
process.exitCode = figures.some(({ verdict }) => verdict === 'not met') ? 1 : 0
