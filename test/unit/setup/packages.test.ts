import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'

const root = path.join(import.meta.dirname, '../../..')
const about = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
  devDependencies: Record<string, string>
  optionalDependencies: Record<string, string>
}

/** Started by their name, or asked for by a package that is used; nothing imports them. */
const byName = new Set([
  'babel-plugin-react-compiler',
  'lefthook',
  'oxfmt',
  'oxlint-tsgolint',
  'typescript',
  '@types/node',
  'node24',
])

test('every package of ours is used by something of ours: each one more is one more to trust', () => {
  const files = execFileSync(
    'git',
    ['ls-files', '-co', '--exclude-standard', 'src', 'test', 'tools', '*.ts', '*.mjs', '*.json', '*.yml', '.github'],
    {
      cwd: root,
      encoding: 'utf8',
    },
  )
  const texts = files
    .trim()
    .split('\n')
    .filter((name) => /\.(?:[cm]?[jt]sx?|json|yml)$/.test(name) && !/package(?:-lock)?\.json$/.test(name))
    .map((name) => readFileSync(path.join(root, name), 'utf8'))
  const scripts = readFileSync(path.join(root, 'package.json'), 'utf8').split('"devDependencies"')[0] ?? ''
  const isUsed = (name: string) =>
    byName.has(name) ||
    texts.some((text) => text.includes(`'${name}`) || text.includes(`"${name}`) || text.includes(`/${name}/`)) ||
    new RegExp(`"[^"]*\\b${name.replace('@tktco/', '')}\\b[^"]*"`).test(scripts) ||
    (name.startsWith('@types/') && name.slice(7) in { ...about.devDependencies, ...about.optionalDependencies })
  const unused = Object.keys({ ...about.devDependencies, ...about.optionalDependencies }).filter((name) => !isUsed(name))
  expect(unused).toEqual([])
})
