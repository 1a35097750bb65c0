import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { plantTree, type Finding, type PlantedTree } from './planted-tree.ts'
import { clean } from './clean-files.ts'
import { helpers, lintViolations } from './lint-violations.ts'
import { typeViolations } from './type-violations.ts'
import type { Violation } from './violation.ts'

const matches = ({ rule, says, file }: Violation, finding: Finding): boolean =>
  finding.file === file && [rule].flat().includes(finding.rule) && (says?.test(finding.text) ?? true)

describe('the rules of the rooms', () => {
  const trees: PlantedTree[] = []
  let lintFindings: Finding[] = []
  let typeFindings: Finding[] = []

  const sourcesOf = (violations: Violation[]) => Object.fromEntries(violations.map(({ file, source }) => [file, source]))

  beforeAll(async () => {
    const forLint = await plantTree({ ...clean, ...helpers, ...sourcesOf(lintViolations) })
    trees.push(forLint)
    const forTypes = await plantTree({ ...clean, ...sourcesOf(typeViolations) })
    trees.push(forTypes)
    lintFindings = await forLint.lint()
    typeFindings = await forTypes.typecheck()
  })

  afterAll(async () => {
    await Promise.all(trees.map(async (tree) => tree.remove()))
  })

  test.each(lintViolations)('the linter catches $name', (violation) => {
    const here = lintFindings.filter(({ file }) => file === violation.file)
    expect(
      here.some((finding) => matches(violation, finding)),
      JSON.stringify(here, null, 2),
    ).toBe(true)
  })

  test.each(typeViolations)('the compiler catches $name', (violation) => {
    const here = typeFindings.filter(({ file }) => file === violation.file)
    expect(
      here.some((finding) => matches(violation, finding)),
      JSON.stringify(here, null, 2),
    ).toBe(true)
  })

  test('no two violations share a file, so that none is caught in the name of another', () => {
    for (const violations of [lintViolations, typeViolations]) {
      expect(new Set(violations.map(({ file }) => file)).size).toBe(violations.length)
    }
  })

  test('nobody complains about files that keep the rules', () => {
    const files = new Set(Object.keys(clean))
    expect([...lintFindings, ...typeFindings].filter(({ file }) => files.has(file))).toEqual([])
  })
})
