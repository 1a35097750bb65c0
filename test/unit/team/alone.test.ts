import { execFileSync } from 'node:child_process'
import path from 'node:path'
import { expect, test } from 'vitest'

const source = (file: string) => path.join(import.meta.dirname, '../../../src/main', file)

/** Which of a program's modules are pg's, after it ran this. */
const loadsPg = (script: string): string =>
  execFileSync(
    process.execPath,
    [
      '--input-type=module',
      '-e',
      `import { registerHooks } from 'node:module'
       let loaded = false
       registerHooks({ resolve(name, context, next) { const found = next(name, context); loaded ||= /node_modules.pg\\b/.test(found.url); return found } })
       ${script}
       console.log(loaded ? 'pg' : 'none')`,
    ],
    { encoding: 'utf8', env: { ...process.env, NODE_NO_WARNINGS: '1' } },
  ).trim()

test('a desk without a team does not load the client of its database', () => {
  expect(loadsPg(`await import(${JSON.stringify(source('desk.ts'))})`)).toBe('none')
  const connecting = `const { connect } = await import(${JSON.stringify(source('team/postgres.ts'))})
    await connect({ host: '127.0.0.1', port: 1, database: 'x', user: 'x', ca: null }, 'x', { connectMs: 100, callMs: 100 }).catch(() => undefined)`
  expect(loadsPg(connecting)).toBe('pg')
})
