import type { OxlintConfig } from 'oxlint'
import { vendors } from '../../src/shared/domain/kinds.ts'

type Override = NonNullable<OxlintConfig['overrides']>[number]

/** A module that an import may not name, with what to do instead: a lint message is read by somebody who has a plan to change. */
interface Restriction {
  /** Specifiers that it is about, as a regular expression (without look-ahead: the linter is written in Rust). */
  regex?: string
  /** Or as patterns of a .gitignore, which can say "all but". */
  group?: string[]
  message: string
  /** Only these of the module's names; without them the whole module. */
  importNames?: string[]
  /** Types are harmless here: they are gone from the bundle. */
  allowTypeImports?: boolean
}

/** Packages with one owner in main, so that what is hard about each is known in one place and all else is tested in plain Node. */
const owned = {
  electron: {
    regex: '^electron(/|$)',
    message:
      'Electron belongs to the shell: src/main/index.ts, window.ts, menu.ts, dialogs.ts, bulk-shell.ts, ipc/, shell/ and the preload. Take what you need as a dependency of your function, so that it is tested in plain Node.',
  },
  keytar: {
    regex: '^keytar(/|$)',
    message:
      'Only src/main/storage/keychain.ts talks to keytar, which is archived and may be absent. Use the keychain it exports.',
  },
  'electron-store': {
    regex: '^electron-store$',
    message:
      'Only src/main/storage/preferences.ts uses electron-store, for preferences and the window. Keep records in the ledger.',
  },
  SQLite: {
    regex: '^(better-sqlite3|(node:)?sqlite$)',
    message:
      'There is one SQLite, opened by src/main/storage/database.ts alone: node:sqlite can seal no file. Take the connection that it makes.',
  },
  SQL: {
    regex: '(^|/)storage/database\\.ts$',
    message: 'SQL lives in src/main/storage/. Call a function of the ledger, or add one there.',
  },
  undici: {
    regex: '^undici(/|$)',
    message:
      'Requests to a vendor leave through src/main/upstream/ only: it keeps paths raw, caps answers and follows no redirects.',
  },
  pg: {
    regex: '^pg([/-]|$)',
    message:
      'Only src/main/team/postgres.ts talks to PostgreSQL, and loads it only where a team is set. Ask the store of the team (src/main/team/store.ts).',
  },
  'node:http': {
    regex: '^(node:)?https?2?$',
    message:
      'Requests to a vendor leave through src/main/upstream/ only: it keeps paths raw, caps answers and follows no redirects. The practice environment alone serves.',
  },
  'a bare rename': {
    regex: '^(node:)?fs(/promises)?$',
    importNames: ['rename', 'renameSync'],
    message: 'On Windows an antivirus may hold a new file for a moment. Use src/main/storage/rename.ts, which waits for it.',
  },
} satisfies Record<string, Restriction>

type Owned = keyof typeof owned

const allOwned = Object.keys(owned) as Owned[]

/** Rooms that no other room may name, whatever the path to them looks like. */
const rooms = (names: string, message: string): Restriction => ({ regex: `^(#|(\\.\\./)+(src/)?)(${names})(/|$)`, message })

/**
 * Everything except these packages and folders. Goes last in a list: what it excepts, oxlint takes as allowed by all
 * restrictions that follow.
 */
const allBut = (names: string[], restriction: Omit<Restriction, 'regex' | 'group'>): Restriction => ({
  ...restriction,
  group: ['*', ...names.map((name) => name.replace('#', '\\#')).flatMap((name) => [`!${name}`, `!${name}/**`])],
})

const noTestsOrTools = rooms(
  'test|tools',
  'The app does not know its tests and tools. Move what both need into the room that owns it.',
)

const restrict = (files: string[], patterns: Restriction[]): Override => ({
  files,
  rules: { 'no-restricted-imports': ['error', { patterns }] },
})

/** Main's rule for some of its files: the owned packages, but for those that these files own. */
const main = (files: string[], { owns = [], also = [] }: { owns?: Owned[]; also?: Restriction[] } = {}): Override =>
  restrict(files, [
    ...allOwned.filter((name) => !owns.includes(name)).map((name) => owned[name]),
    rooms(
      'renderer|preload',
      'Main and the screens meet in the contract only (src/shared/ipc/contract.ts). Move what both need to src/shared.',
    ),
    noTestsOrTools,
    ...also,
  ])

const renderer = (files: string[], also: Restriction[] = []): Override =>
  restrict(files, [
    {
      regex: '^(node:|electron(/|$)|keytar$|electron-store$|undici$)',
      message:
        'A screen has no disk, network, keys or Electron. Add a procedure to src/shared/ipc/contract.ts and call it through the client.',
    },
    rooms(
      'main|preload',
      'A screen knows main by the contract only. Call a procedure through the client; move shared types to src/shared.',
    ),
    noTestsOrTools,
    ...also,
  ])

/**
 * Features do not know each other. The path that leaves a feature depends on how deep the file lies in it, so there is
 * one rule for each depth; depth 0 is a feature in a single file.
 */
const features = (room: 'main' | 'renderer', rule: (files: string[], also: Restriction[]) => Override): Override[] =>
  [0, 1, 2, 3].map((depth) =>
    rule(
      [`src/${room}/features/${'*/'.repeat(depth)}*.{ts,tsx}`],
      [
        {
          regex: `^(${depth === 0 ? '\\./' : `${'\\.\\./'.repeat(depth)}[^.]`}|#${room}/features/|(\\.\\./)+features/)`,
          message:
            room === 'main'
              ? 'Features do not know each other. Take the other part as a dependency, given by src/main/index.ts, or move what both need out of features/.'
              : 'Features do not know each other. Put what both need in src/renderer/ui or src/renderer/lib, or let App.tsx bring them together.',
        },
      ],
    ),
  )

/** What features stand on: it is tested, and read, without them. */
const belowFeatures: Restriction = {
  regex: '(^|/)features/',
  message:
    'Features stand on this and not the other way round. Take what you need as a dependency, or move it out of features/ beside what it serves.',
}

/** The rooms of bulk, each with those before it that it stands on; `runs` brings them together. */
const bulkRooms = {
  vocabulary: [],
  reading: ['vocabulary'],
  planning: ['vocabulary'],
  checking: ['vocabulary', 'reading', 'planning'],
  writing: ['vocabulary'],
  sending: ['vocabulary'],
  runs: ['vocabulary', 'reading', 'planning', 'checking', 'writing', 'sending'],
} satisfies Record<string, readonly string[]>

/** In bulk a table is read, planned, checked, sent and written, and none of these steps knows one that comes after it. */
const bulk = (): Override[] =>
  Object.entries(bulkRooms).map(([room, known]) => {
    const others = Object.keys(bulkRooms).filter((other) => other !== room && !known.some((name) => name === other))
    const unknown = {
      regex: `^((\\.\\./)+(bulk/)?|#main/bulk/)(${others.join('|')})/`,
      message: `src/main/bulk/${room} knows ${known.join(', ') || 'no other room of bulk'}. Put what both rooms speak of into bulk/vocabulary, or let bulk/runs bring them together.`,
    }
    return main([`src/main/bulk/${room}/**`], { also: [belowFeatures, ...(others.length > 0 ? [unknown] : [])] })
  })

/** Storage is at the bottom of main. */
const nothingAbove: Restriction = {
  regex: '^(#main/|(\\.\\./)+)(attachments|bulk|features|ipc|practice|shell|submissions|team|text|upstream|vendors|views)/',
  message:
    'What is stored knows none of those who store it. Move what both need into storage or src/shared, or take it as a dependency.',
}

/** What makes a team's database knows no desk and no vendor: a kind is told to it. */
const nothingOfTheDesk: Restriction = {
  regex: '^(#main/|(\\.\\./)+)(attachments|bulk|ipc|practice|shell|storage|submissions|text|upstream|vendors|views)/',
  message:
    "A team's database knows neither desks nor vendors. A vendor's folder says what its items are about (team.ts), and the command brings both together.",
}

/** A vendor's folder is added and taken away without a look at any other. */
const eachVendor = (room: 'main' | 'shared' | 'renderer', rule: (files: string[], also: Restriction[]) => Override): Override[] =>
  vendors.map((vendor) => {
    const others = vendors.filter((other) => other !== vendor).join('|')
    return rule(
      [`src/${room}/vendors/${vendor}/**`],
      [
        {
          regex: `^(#\\w+/vendors|(\\.\\./)+(vendors)?)/?(${others})/`,
          message:
            'Vendors do not know each other. Move what both need to src/main, src/shared or src/renderer, where it names neither.',
        },
      ],
    )
  })

const noOtherRooms = rooms(
  'main|renderer|preload|test|tools',
  'The shared language knows no room. Move what it needs to src/shared.',
)
const zodAlone = allBut(['zod', '#shared', '.', '..'], {
  message: 'The shared language imports only zod, so that every room can read it. Put what needs more into the room that has it.',
})

/** What each room may import. Later entries win for a file that several match. */
export const roomRules: Override[] = [
  restrict(['src/shared/**'], [noOtherRooms, zodAlone]),
  ...eachVendor('shared', (files, also) => restrict(files, [noOtherRooms, ...also, zodAlone])),
  restrict(
    ['src/preload/**'],
    [
      rooms('main|renderer|test|tools', 'The preload knows the shared types and nothing else.'),
      allBut(['electron', '.'], {
        message: 'The preload is one small file: but for Electron it imports types only (import type).',
        allowTypeImports: true,
      }),
    ],
  ),
  renderer(['src/renderer/**']),
  ...eachVendor('renderer', renderer),
  ...features('renderer', renderer),
  main(['src/main/**']),
  ...features('main', (files, also) => main(files, { also })),
  main(['src/main/{attachments,bulk,submissions,team,views,text,vendors}/**'], { also: [belowFeatures] }),
  ...eachVendor('main', (files, also) => main(files, { also: [belowFeatures, ...also] })),
  ...bulk(),
  main(['src/main/{index,window,menu,dialogs,bulk-shell}.ts', 'src/main/{ipc,shell}/**'], { owns: ['electron'] }),
  main(['src/main/upstream/**'], { owns: ['undici', 'node:http'], also: [belowFeatures] }),
  main(['src/main/practice/**', 'src/main/vendors/*/practice/**'], { owns: ['node:http'], also: [belowFeatures] }),
  ...eachVendor('main', (files, also) =>
    main(
      files.map((file) => file.replace('/**', '/practice/**')),
      { owns: ['node:http'], also: [belowFeatures, ...also] },
    ),
  ),
  main(['src/main/team/server/**'], { also: [belowFeatures, nothingOfTheDesk] }),
  main(['src/main/team/postgres.ts'], { owns: ['pg'], also: [belowFeatures] }),
  main(['src/main/storage/**'], { owns: ['SQL'], also: [nothingAbove] }),
  main(['src/main/storage/database.ts'], { owns: ['SQL', 'SQLite'], also: [nothingAbove] }),
  main(['src/main/storage/rename.ts'], { owns: ['a bare rename'], also: [nothingAbove] }),
  main(['src/main/storage/keychain.ts'], { owns: ['keytar'], also: [nothingAbove] }),
  main(['src/main/storage/preferences.ts'], { owns: ['electron-store'], also: [nothingAbove] }),
]
