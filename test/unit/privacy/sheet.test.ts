import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { retentionKinds, retentionNames } from '#shared/domain/retention.ts'
import { inProject } from '#tools/setup/project.mjs'

const sheets = [
  { file: 'privacy.md', day: 'dag', days: 'dagen', or: 'of' },
  { file: 'privacy.en.md', day: 'day', days: 'days', or: 'or' },
] as const

test.each(sheets)('$file says of each kind how long it is kept, in the order of the table', ({ file, day, days, or }) => {
  const sheet = readFileSync(inProject('docs', file), 'utf8')
  const terms = [...sheet.matchAll(/^\| [^|]+ \| (\d+ \w+) \| ([\d, a-z]+) \|$/gm)].map(([, byItself, choice]) => [
    byItself,
    choice,
  ])
  expect(terms).toEqual(
    retentionNames.map((kind) => {
      const { days: count, choices } = retentionKinds[kind]
      const first = choices.slice(0, -1).join(', ')
      return [`${count} ${count === 1 ? day : days}`, `${first} ${or} ${choices.at(-1)} ${days}`]
    }),
  )
})
