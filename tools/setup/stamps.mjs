// @ts-check
import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { cacheFolder } from './project.mjs'

/**
 * A fingerprint of files and folders by content, so that a fresh checkout or a touched file does not count as a change.
 * Missing paths count too: a file that goes away is a change.
 * @param {string} folder
 * @param {readonly string[]} paths relative to folder
 */
export const fingerprint = (folder, paths) => {
  const hash = createHash('sha256')
  /** @param {string} path */
  const add = (path) => {
    const stats = statSync(join(folder, path), { throwIfNoEntry: false })
    if (stats?.isDirectory()) {
      for (const name of readdirSync(join(folder, path)).toSorted()) add(`${path}/${name}`)
      return
    }
    const content = stats ? readFileSync(join(folder, path)) : null
    hash.update(`${path}\0${content?.length ?? 'absent'}\0`)
    if (content) hash.update(content)
  }
  for (const path of paths) add(path)
  return hash.digest('hex')
}

/**
 * What an earlier set-up noted under this name; a note that cannot be read is no note.
 * @param {string} name
 * @param {string} [folder]
 * @returns {string | undefined}
 */
export const readStamp = (name, folder = cacheFolder) => {
  try {
    return readFileSync(join(folder, name), 'utf8')
  } catch {
    return undefined
  }
}

/**
 * @param {string} name
 * @param {string} text
 * @param {string} [folder]
 */
export const writeStamp = (name, text, folder = cacheFolder) => {
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, name), text)
}

/**
 * @param {string} name
 * @param {string} [folder]
 */
export const removeStamp = (name, folder = cacheFolder) => rmSync(join(folder, name), { force: true })
