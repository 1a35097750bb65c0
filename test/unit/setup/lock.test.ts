import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import * as z from 'zod'
import { inProject } from '#tools/setup/project.mjs'

const locked = z.object({ resolved: z.string().optional(), optionalDependencies: z.record(z.string(), z.string()).optional() })
const { packages } = z
  .object({ packages: z.record(z.string(), locked) })
  .parse(JSON.parse(readFileSync(inProject('package-lock.json'), 'utf8')))

test('the lock holds every optional package that it names, or npm ci refuses it and other platforms go without', () => {
  const paths = Object.keys(packages)
  const absent = Object.values(packages)
    .flatMap(({ optionalDependencies = {} }) => Object.keys(optionalDependencies))
    .filter((name) => !paths.some((path) => path.endsWith(`node_modules/${name}`)))
  expect(absent).toEqual([])
})

test('the lock names no registry, so that everyone installs from their own', () => {
  expect(Object.values(packages).flatMap(({ resolved }) => (resolved?.includes('://') ? [resolved] : []))).toEqual([])
})
