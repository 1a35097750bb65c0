import { readdirSync } from 'node:fs'
import os from 'node:os'
import { printFigures, type Figure } from './figures.ts'

/** A case is a file `*.bench.ts` here that exports what it measures. */
interface Case {
  measure(): Promise<Figure[]>
}

const asked = process.argv.slice(2)
const names = readdirSync(import.meta.dirname)
  .filter((name) => name.endsWith('.bench.ts'))
  .map((name) => name.slice(0, -'.bench.ts'.length))
const unknown = asked.filter((name) => !names.includes(name))
if (unknown.length > 0) {
  console.error(`No such case: ${unknown.join(', ')}. There are: ${names.join(', ')}`)
  process.exit(2)
}

console.log(
  `Node ${process.version}, ${os.availableParallelism()} × ${os.cpus()[0]?.model ?? 'unknown processor'}, medians of the rounds shown\n`,
)
const figures: Figure[] = []
for (const name of asked.length > 0 ? asked : names) {
  const { measure } = (await import(`./${name}.bench.ts`)) as Case
  figures.push(...(await measure()))
}
printFigures(figures)
process.exitCode = figures.some(({ verdict }) => verdict === 'not met') ? 1 : 0
