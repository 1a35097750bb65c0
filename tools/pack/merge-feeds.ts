/** `version: …`, the list of files, then what older versions of electron-updater read. */
const feedForm = /^version: (\S+)\nfiles:\n((?: {2}.+\n)+)([^]*)$/

/**
 * One feed of those that computers with different processors made of the same version: electron-updater picks the file whose name has
 * its processor. Which is first is whatever the tail names, for those that look nowhere else.
 */
export function mergeFeeds(feeds: readonly string[]): string {
  const read = feeds.map((feed) => {
    const [, version, files, tail] = feedForm.exec(feed) ?? []
    if (version === undefined || files === undefined || tail === undefined) throw new Error(`This is no feed:\n${feed}`)
    return { version, files, tail }
  })
  const [first] = read
  if (!first) throw new Error('There is no feed')
  const other = read.find(({ version }) => version !== first.version)
  if (other) throw new Error(`These are feeds of two versions, ${first.version} and ${other.version}`)
  return `version: ${first.version}\nfiles:\n${read.map(({ files }) => files).join('')}${first.tail}`
}
