import { identifierText } from '#shared/domain/identifier-text.ts'

/** How a file is named in a table, as a path within the folder or ZIP; null where it leads out of it or names a place of its own. */
export function pathWithin(written: string): string | null {
  const path = written
    .trim()
    .normalize('NFC')
    .replaceAll('\\', '/')
    .replace(/^(\.\/)+/, '')
  // SECURITY: a table may come from anybody. It names files in what the clerk chose and nothing beside it.
  if (path === '' || path.startsWith('/') || /^[a-z]:\//i.test(path) || path.includes('\0')) return null
  const segments = path.split('/')
  return segments.some((segment) => segment === '..' || segment === '')
    ? null
    : segments.filter((segment) => segment !== '.').join('/')
}

/**
 * Names that differ in capitals or in how accents are written are one name to Windows and macOS; with other blanks, as macOS puts
 * into the time of a screenshot, or a sign that nobody sees they are one name to who reads them.
 */
export const sameName = (path: string): string => identifierText(path.normalize('NFC')).toLowerCase()

export const baseName = (path: string): string => path.slice(path.lastIndexOf('/') + 1)

/** What systems put beside people's files. */
export const isClutter = (path: string): boolean => /(^|\/)(__MACOSX|\.[^/]*|Thumbs\.db|desktop\.ini)(\/|$)/i.test(path)
