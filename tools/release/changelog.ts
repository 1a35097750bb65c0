const heading = /^## \[([^\]]+)\].*$/gm

/** What a changelog says of a version, without its heading; null where it says nothing. */
export function sectionOf(changelog: string, version: string): string | null {
  const headings = [...changelog.matchAll(heading)]
  const at = headings.findIndex(([, name]) => name === version)
  const start = headings[at]
  if (start === undefined) return null
  const text = changelog.slice(start.index + start[0].length, headings[at + 1]?.index).trim()
  return text === '' ? null : text
}

/** The changelog as it is when a version is cut: what was unreleased is its own, and the next one begins empty. */
export function cut(changelog: string, version: string, date: string): string {
  if (sectionOf(changelog, 'Unreleased') === null) throw new Error('Nothing is unreleased: there is no version to cut.')
  if (sectionOf(changelog, version) !== null) throw new Error(`The changelog has ${version} already.`)
  return changelog.replace('## [Unreleased]', `## [Unreleased]\n\n## [${version}] - ${date}`)
}
