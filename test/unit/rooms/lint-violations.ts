import { kindNames, kinds, vendors } from '#shared/domain/kinds.ts'
import type { Violation } from './violation.ts'

const [kind] = kindNames
const [vendor, another = ''] = vendors

const owner = 'eslint(no-restricted-imports)'

/** Caught by the linter. */
export const lintViolations: Violation[] = [
  ...(
    [
      ['electron', 'electron', /dependency of your function/],
      ['keytar', 'keytar', /storage\/keychain\.ts/],
      ['electron-store', 'electron-store', /storage\/preferences\.ts/],
      ['node:sqlite', 'sqlite', /storage\/database\.ts/],
      ['better-sqlite3-multiple-ciphers', 'ciphers', /storage\/database\.ts/],
      ['../storage/database.ts', 'sql', /function of the ledger/],
      ['undici', 'undici', /src\/main\/upstream/],
      ['pg', 'pg', /src\/main\/team\/postgres\.ts/],
      ['node:https', 'https', /src\/main\/upstream/],
    ] as const
  ).map(([module, name, says]) => ({
    name: `${module} outside its owner in main`,
    file: `src/main/parts/uses-${name}.ts`,
    source: `import * as it from '${module}'\nexport const uses = it\n`,
    rule: owner,
    says,
  })),
  ...(
    [
      ['storage/ledger-electron', 'electron', /dependency of your function/],
      ['storage/ledger-keytar', 'keytar', /storage\/keychain\.ts/],
      ['upstream/sqlite', 'node:sqlite', /storage\/database\.ts/],
      ['storage/ledger-sqlite', 'better-sqlite3-multiple-ciphers/linux-x64', /storage\/database\.ts/],
      ['ipc/undici', 'undici', /src\/main\/upstream/],
      ['features/three', 'electron', /dependency of your function/],
      ['team/gate-pg', 'pg', /src\/main\/team\/postgres\.ts/],
    ] as const
  ).map(([file, module, says]) => ({
    name: `${module} in ${file}.ts, which owns another package`,
    file: `src/main/${file}.ts`,
    source: `import * as it from '${module}'\nexport const uses = it\n`,
    rule: owner,
    says,
  })),
  ...(['bulk/runs/up', 'upstream/up'] as const).map((file) => ({
    name: `a feature in ${file}.ts, which features stand on`,
    file: `src/main/${file}.ts`,
    source: `import { two } from '${'../'.repeat(file.split('/').length - 1)}features/two.ts'\nexport const up = two\n`,
    rule: owner,
    says: /stand on this/,
  })),
  ...(
    [
      ['vocabulary', 'reading'],
      ['reading', 'planning'],
      ['reading', 'writing'],
      ['planning', 'checking'],
      ['writing', 'reading'],
      ['checking', 'runs'],
      ['sending', 'runs'],
    ] as const
  ).map(([room, other]) => ({
    name: `a room of bulk that imports one it does not stand on: ${room} from ${other}`,
    file: `src/main/bulk/${room}/to-${other}.ts`,
    source: `import * as it from '../${other}/step.ts'\nexport const uses = it\n`,
    rule: owner,
    says: /bulk\/vocabulary/,
  })),
  ...(['storage/up-to-submissions', 'storage/ledger-identity/up-to-submissions'] as const).map((file) => ({
    name: `a room above storage in ${file}.ts`,
    file: `src/main/${file}.ts`,
    source: `import { two } from '${'../'.repeat(file.split('/').length - 1)}submissions/two.ts'\nexport const up = two\n`,
    rule: owner,
    says: /knows none of those who store it/,
  })),
  ...(
    [
      ['main', 'to-other.ts', `../${another}/index.ts`],
      ['main', 'deep/to-other.ts', `../../${another}/index.ts`],
      ['main', 'practice/to-other.ts', `#main/vendors/${another}/index.ts`],
      ['main', 'to-others-shared.ts', `#shared/vendors/${another}/index.ts`],
      ['shared', 'to-other.ts', `../${another}/index.ts`],
      ['renderer', 'ToOther.tsx', `../${another}/Two.tsx`],
    ] as const
  ).map(([room, file, specifier]) => ({
    name: `a vendor's folder in ${room} that knows another's: ${file} from ${specifier}`,
    file: `src/${room}/vendors/${vendor}/${file}`,
    source: `import * as it from '${specifier}'\nexport const uses = it\n`,
    rule: owner,
    says: /Vendors do not know each other/,
  })),
  ...(
    [
      ['main', 'parts/chooses.ts', `item.kind === '${kind}'`],
      ['main', 'parts/chooses-not.ts', `'${kind}' !== item?.kind`],
      ['main', 'parts/chooses-an-action.ts', `item.kind === '${kind}.create'`],
      ['shared', 'domain/chooses.ts', `item.kind !== '${kinds[kind].bulk}'`],
      ['renderer', 'lib/chooses-a-vendor.ts', `item.kind === '${vendor}'`],
    ] as const
  ).map(([room, file, choice]) => ({
    name: `a choice on one kind in ${room}: ${choice}`,
    file: `src/${room}/${file}`,
    source: `export const chosen = (item: { kind: string }): number => (${choice} ? 1 : 2)\n`,
    rule: 'balie(no-choice-on-kind)',
    says: /wrong for the next/,
  })),
  {
    name: 'an owned package by a dynamic import',
    file: 'src/main/parts/lazy.ts',
    source: `export const lazy = async (): Promise<unknown> => import('keytar')\n`,
    rule: owner,
    says: /keychain/,
  },
  {
    name: "a team's database that knows desks",
    file: 'src/main/team/server/desks.ts',
    source: `import { open } from '../../storage/books.ts'\nexport const desks = open\n`,
    rule: owner,
    says: /neither desks nor vendors/,
  },
  {
    name: 'a rename that does not wait for an antivirus',
    file: 'src/main/parts/moves.ts',
    source: `import { rename } from 'node:fs/promises'\nexport const moves = rename\n`,
    rule: owner,
    says: /storage\/rename\.ts/,
  },
  {
    name: 'an owned package by a re-export',
    file: 'src/main/parts/re-export.ts',
    source: `export { Agent } from 'undici'\n`,
    rule: owner,
    says: /upstream/,
  },
  ...(
    [
      ['main', 'one/to-two.ts', '../two.ts'],
      ['main', 'one/deep/to-two.ts', '../../two.ts'],
      ['main', 'one/deep/er/to-two.ts', '../../../two.ts'],
      ['main', 'three-to-two.ts', './two.ts'],
      ['main', 'one/to-two-roundabout.ts', '../../features/two.ts'],
      ['main', 'one/to-two-by-alias.ts', '#main/features/two.ts'],
      ['renderer', 'one/ToTwo.tsx', '../two/Two.tsx'],
      ['renderer', 'one/deep/ToTwo.tsx', '../../two/Two.tsx'],
    ] as const
  ).map(([room, file, specifier]) => ({
    name: `a feature of ${room} that imports another: ${file} from ${specifier}`,
    file: `src/${room}/features/${file}`,
    source: `import * as it from '${specifier}'\nexport const uses = it\n`,
    rule: owner,
    says: /Features do not know each other/,
  })),
  ...(['react', 'node:fs', 'electron'] as const).map((module) => ({
    name: `${module} in shared`,
    file: `src/shared/uses-${module.replace(':', '-')}.ts`,
    source: `import * as it from '${module}'\nexport const uses = it\n`,
    rule: owner,
    says: /imports only zod/,
  })),
  ...(['node:fs', 'electron', 'keytar'] as const).map((module) => ({
    name: `${module} in the renderer`,
    file: `src/renderer/lib/uses-${module.replace(':', '-')}.ts`,
    source: `import * as it from '${module}'\nexport const uses = it\n`,
    rule: owner,
    says: /Add a procedure/,
  })),
  {
    name: 'the renderer importing main',
    file: 'src/renderer/lib/to-main.ts',
    source: `import { add } from '#main/parts/adder.ts'\nexport const uses = add\n`,
    rule: owner,
    says: /by the contract only/,
  },
  {
    name: 'main importing the renderer',
    file: 'src/main/parts/to-renderer.ts',
    source: `import { shade } from '../../renderer/lib/shade.ts'\nexport const uses = shade\n`,
    rule: owner,
    says: /meet in the contract only/,
  },
  {
    name: 'shared importing main',
    file: 'src/shared/domain/to-main.ts',
    source: `import { add } from '../../main/parts/adder.ts'\nexport const uses = add\n`,
    rule: owner,
    says: /knows no room/,
  },
  {
    name: 'the app importing its tests',
    file: 'src/main/parts/to-tests.ts',
    source: `import { it } from '#test/support/it.ts'\nexport const uses = it\n`,
    rule: owner,
    says: /does not know its tests/,
  },
  {
    name: 'a value of shared in the preload',
    file: 'src/preload/value.ts',
    source: `import { word } from '#shared/domain/words.ts'\nexport const uses = word\n`,
    rule: owner,
    says: /types only/,
  },
  {
    name: 'a cycle',
    file: 'src/main/parts/egg.ts',
    source: `import { hen } from './hen.ts'\nexport const egg = (): string => hen()\n`,
    rule: 'import(no-cycle)',
  },
  {
    name: 'console in main',
    file: 'src/main/parts/talks.ts',
    source: `export const talk = (): void => console.log('secret')\n`,
    rule: 'eslint(no-console)',
  },
  {
    name: 'eval',
    file: 'src/renderer/lib/evaluates.ts',
    source: `export const run = (text: string): unknown => eval(text)\n`,
    rule: 'eslint(no-eval)',
  },
  {
    name: 'code from text by new Function',
    file: 'src/main/parts/makes-code.ts',
    source: `export const run = (text: string): unknown => new Function(text)\n`,
    rule: ['typescript(no-implied-eval)', 'eslint(no-new-func)'],
  },
  {
    name: 'dangerouslySetInnerHTML',
    file: 'src/renderer/ui/Raw.tsx',
    source: `export const Raw = ({ html }: { html: string }) => <p dangerouslySetInnerHTML={{ __html: html }} />\n`,
    rule: 'react(no-danger)',
  },
  {
    name: 'a hook in a condition',
    file: 'src/renderer/ui/Hooked.tsx',
    source: `import { useState } from 'react'\nexport const Hooked = ({ on }: { on: boolean }) => {\n  if (on) useState(1)\n  return <p />\n}\n`,
    rule: 'react-hooks(rules-of-hooks)',
  },
  {
    name: 'an effect that forgets what it depends on',
    file: 'src/renderer/ui/Stale.tsx',
    source: `import { useEffect } from 'react'\nexport const Stale = ({ title }: { title: string }) => {\n  useEffect(() => {\n    document.title = title\n  }, [])\n  return <p />\n}\n`,
    rule: 'react-hooks(exhaustive-deps)',
  },
  {
    name: 'an image without a text',
    file: 'src/renderer/ui/Picture.tsx',
    source: `export const Picture = () => <img src="a.png" />\n`,
    rule: 'jsx-a11y(alt-text)',
  },
  {
    name: 'a button without a type',
    file: 'src/renderer/ui/Button.tsx',
    source: `export const Button = () => <button>x</button>\n`,
    rule: 'react(button-has-type)',
  },
  {
    name: 'any',
    file: 'src/main/parts/any.ts',
    source: `export const read = (text: any): string => String(text)\n`,
    rule: 'typescript(no-explicit-any)',
  },
  {
    name: 'a promise nobody waits for',
    file: 'src/main/parts/floating.ts',
    source: `const save = async (): Promise<void> => Promise.resolve()\nexport const close = (): void => {\n  save()\n}\n`,
    rule: 'typescript(no-floating-promises)',
  },
  {
    name: 'a promise taken for a truth',
    file: 'src/main/parts/misused.ts',
    source: `const saved = async (): Promise<boolean> => Promise.resolve(true)\nexport const state = (): string => (saved() ? 'yes' : 'no')\n`,
    rule: 'typescript(no-misused-promises)',
  },
  {
    name: 'waiting for what is no promise',
    file: 'src/main/parts/waits.ts',
    source: `export const wait = async (): Promise<number> => {\n  const one = await 1\n  return one\n}\n`,
    rule: 'typescript(await-thenable)',
  },
  {
    name: 'a switch that forgets a state',
    file: 'src/main/parts/forgets.ts',
    source: `export const say = (state: 'queued' | 'unknown'): string => {\n  let text = ''\n  switch (state) {\n    case 'queued':\n      text = 'wacht'\n  }\n  return text\n}\n`,
    rule: 'typescript(switch-exhaustiveness-check)',
  },
  {
    name: 'a type imported as a value',
    file: 'src/main/parts/type-import.ts',
    source: `import { type Word } from '#shared/domain/words.ts'\nimport { Word as Same } from '#shared/domain/words.ts'\nexport const say = (word: Word & Same): string => word\n`,
    rule: 'typescript(consistent-type-imports)',
  },
  {
    name: 'an error of TypeScript waved away',
    file: 'src/main/parts/ignores.ts',
    source: `// @ts-ignore\nexport const one: string = 1\n`,
    rule: 'typescript(ban-ts-comment)',
  },
]

/** The other half of the cycle. */
export const helpers = { 'src/main/parts/hen.ts': `import { egg } from './egg.ts'\nexport const hen = (): string => egg()\n` }
