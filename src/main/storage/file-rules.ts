import { nothing, type DataRule } from './data-rules.ts'

/** A file or folder, by its path below its root with `/` between. */
export interface FileRule extends DataRule {
  /** The data folder, or the one in which this computer remembers its ledgers. */
  root: 'data' | 'state'
  path: RegExp
  /** What it is. */
  is: string
}

/** What Chromium keeps of a page that stores nothing: no `localStorage`, no database, no history. Emptied when a person is erased. */
const chromium = [
  'Cache',
  'Code Cache',
  'Cookies.*',
  'Crashpad',
  'Dawn\\w*Cache',
  'Dictionaries',
  'DIPS.*',
  'GPUCache',
  'GrShaderCache',
  'ShaderCache',
  'IndexedDB',
  'Local State',
  'Local Storage',
  'Network',
  'Network Persistent State',
  'Partitions',
  'Preferences',
  'QuotaManager.*',
  'Service Worker',
  'Session Storage',
  'Shared Dictionary',
  'SharedStorage.*',
  'TransportSecurity',
  'Trust Tokens.*',
  'VideoDecodeStats',
  'WebStorage',
  'blob_storage',
  'component_crx_cache',
  'databases',
  'shared_proto_db',
  // The stand-in's Chromium keeps all of it in one folder.
  'Chromium',
]

/** THE table of files and folders; the first that matches counts. */
export const fileRules: readonly FileRule[] = [
  {
    root: 'data',
    path: /^ledger\.sqlite\.(alone-\d+(\/.*)?|reseal(ing|ed)(-\w+|\.opener)?)$/,
    is: 'another name of the ledger, while it is read without its log, or a copy under another key that is about to take its place',
    erase: 'file',
    kept: 'the-session',
    handOver: 'none',
  },
  { root: 'data', path: /^ledger\.sqlite(-wal|-shm)?$/, is: 'ledger', erase: 'text', kept: 'texts', handOver: 'all' },
  {
    root: 'data',
    path: /^ledger\.sqlite\.before-\d+(\.part)?$/,
    is: 'the ledger as it was before a newer version',
    erase: 'file',
    kept: 'two-good-starts',
    handOver: 'named',
  },
  {
    root: 'data',
    path: /^set-aside-[^/]+(\/.*)?$/,
    is: 'a ledger, or its log, that was kept aside',
    erase: 'file',
    kept: 'in-use',
    handOver: 'named',
  },
  {
    root: 'data',
    path: /^ledger\.sqlite\.keys(\.renewing)?(\.part)?$/,
    is: 'the keys, under recovery code and passphrase',
    ...nothing,
  },
  {
    root: 'data',
    path: /^replaced-[^/]+(\/.*)?$/,
    is: 'what a backup took the place of',
    erase: 'file',
    kept: 'a-week',
    handOver: 'named',
  },
  {
    root: 'data',
    path: /^(restoring(\/.*)?|backup\.snapshot(-journal)?)$/,
    is: 'a backup while it is made or put back',
    erase: 'file',
    kept: 'the-session',
    handOver: 'none',
  },
  {
    root: 'data',
    path: /^attachments(\/[\w-]+\.(sealed|plain)(\.part)?)?$/,
    is: 'attached files',
    erase: 'file',
    kept: 'files',
    handOver: 'all',
  },
  {
    root: 'data',
    path: /^attachments\/removed(\/.*)?$/,
    is: 'files that nothing names any more',
    erase: 'file',
    kept: 'a-week',
    handOver: 'named',
  },
  {
    root: 'data',
    path: /^opened(\/.*)?$/,
    is: 'copies of files that another program shows',
    erase: 'file',
    kept: 'the-session',
    handOver: 'none',
  },
  {
    root: 'data',
    path: /^runs(\/(\d+\.table|table-\d+\.sealed)(\.part)?)?$/,
    is: 'tables not sent yet',
    erase: 'file',
    kept: 'tables',
    handOver: 'named',
  },
  {
    root: 'data',
    path: /^preferences\.json(\.tmp-.*)?$/,
    is: 'preferences, with the folders files were last chosen in',
    erase: 'text',
    kept: 'in-use',
    handOver: 'none',
  },
  {
    root: 'data',
    path: /^preferences\.broken-[^/]*\.json$/,
    is: 'preferences that could not be read',
    erase: 'file',
    kept: 'logs',
    handOver: 'none',
  },
  { root: 'data', path: /^logs(\/[^/]*\.log)?$/, is: 'log', erase: 'lines', kept: 'logs', handOver: 'parts' },
  { root: 'data', path: /^lockfile$|^Singleton\w+$|^DevToolsActivePort$/, is: 'lock of the one running app', ...nothing },
  {
    root: 'data',
    path: new RegExp(`^(${chromium.join('|')})(/.*)?$`),
    is: 'what Chromium keeps of the page',
    erase: 'file',
    kept: 'the-session',
    handOver: 'none',
  },
  {
    root: 'state',
    path: /^machine$|^[0-9a-f]{24}(\/(ledger\.json|claims|closed).*)?$/,
    is: 'which ledger was last here',
    ...nothing,
  },
]

/** What holds for a path below a root; null for one that nobody thought of. */
export const ruleOfFile = (root: FileRule['root'], path: string): FileRule | null =>
  fileRules.find((rule) => rule.root === root && rule.path.test(path)) ?? null
