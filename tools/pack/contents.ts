/** What `app.asar` may hold. A file that nobody named here has no business on a clerk's computer, and fails the check. */
const allowed = [
  /^package\.json$/,
  /^out\/main\/(index|certificates)\.js$/,
  /^out\/main\/chunks\/[\w.-]+\.js$/,
  /^out\/main\/assets\/[\w.-]+\.js$/,
  /^out\/preload\/index\.cjs$/,
  /^out\/renderer\/index\.html$/,
  /^out\/renderer\/assets\/[\w.-]+\.(js|css|woff2|svg|png|webp)$/,
  // What the reader of PDFs asks for by name.
  /^out\/renderer\/assets\/pdfjs\/[\w.-]+\.(js|pfb)$/,
  /^node_modules\/better-sqlite3-multiple-ciphers\/(package\.json|LICENSE|lib\/(database|util|sqlite-error)\.js|lib\/methods\/\w+\.js)$/,
  /^node_modules\/better-sqlite3-multiple-ciphers\/(lib|prebuilds)\/(linux|darwin|win32)-(x64|arm64)\.(js|node)$/,
  /^node_modules\/keytar\/(package\.json|LICENSE\.md|lib\/keytar\.js|build\/Release\/keytar\.node)$/,
]

/** What it cannot run without: the app, its process that reads certificates, the modules of keychain and ledger, and its threads. */
const required = [
  /^out\/main\/index\.js$/,
  /^out\/main\/certificates\.js$/,
  /^out\/main\/(assets|chunks)\/lane-thread[\w.-]*\.js$/,
  /^out\/main\/(assets|chunks)\/check-thread[\w.-]*\.js$/,
  /^out\/main\/(assets|chunks)\/search-thread[\w.-]*\.js$/,
  /^out\/preload\/index\.cjs$/,
  /^out\/renderer\/index\.html$/,
  /^out\/renderer\/assets\/evidence-worker-[\w-]+\.js$/,
  /^out\/renderer\/assets\/heic-worker-[\w-]+\.js$/,
  /^out\/renderer\/assets\/heic-to-[\w-]+\.js$/,
  // A picture of the manual, which is read without a network.
  /^out\/renderer\/assets\/[\w-]+\.webp$/,
  /^node_modules\/keytar\/build\/Release\/keytar\.node$/,
  /^node_modules\/better-sqlite3-multiple-ciphers\/prebuilds\/[\w-]+\.node$/,
]

/** Beside the asar: what licences and organisations ask for. */
export const besideTheAsar = ['NOTICES.txt', 'sbom.cdx.json', 'LICENSE.txt']

/** What is wrong with the names of the files in a package. */
export function nameProblems(names: readonly string[]): string[] {
  const strangers = names.filter((name) => !allowed.some((pattern) => pattern.test(name)))
  const missing = required.filter((pattern) => !names.some((name) => pattern.test(name)))
  return [
    ...strangers.map((name) => `${name} has no business in a package`),
    ...missing.map((pattern) => `nothing is there that is called ${pattern.source}`),
  ]
}

/** What is wrong inside a file of the app's own code. */
export function textProblems(name: string, text: string): string[] {
  return [
    ...(/sourceMappingURL=(?!data:)/.test(text) ? [`${name} points at a source map`] : []),
    ...(text.includes('electron-standin/') ? [`${name} holds part of the stand-in`] : []),
  ]
}

/** What is wrong in the package.json that goes along: it has to name the app and nothing of how it is made. */
export function manifestProblems(text: string): string[] {
  const manifest = JSON.parse(text) as Record<string, unknown>
  const told = ['devDependencies', 'scripts'].filter((key) => key in manifest)
  return [
    ...told.map((key) => `package.json still has ${key}`),
    ...(manifest['main'] === 'out/main/index.js' ? [] : ['package.json does not name out/main/index.js']),
    ...(manifest['license'] === 'MIT' ? [] : ['package.json names no licence']),
  ]
}
