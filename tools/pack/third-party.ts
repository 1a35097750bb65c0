import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { thirdPartyFolder } from '#tools/build/third-party.ts'
import { inProject } from '#tools/setup/project.mjs'
import { licenceInReadme, licenceProblem, type ThirdParty } from './licences.ts'

const read = (...path: string[]): string => readFileSync(inProject(...path), 'utf8')

/** A package that is there as it is, beside what was bundled; its licences may be in several files. */
function installed(folder: string, ...licenceFiles: string[]): ThirdParty {
  const { name, version, license, homepage } = JSON.parse(read('node_modules', folder, 'package.json')) as {
    name: string
    version: string
    license: string
    homepage?: string
  }
  const text = licenceFiles.map((file) => read('node_modules', folder, file)).join('\n\n')
  return { name, version, licence: license, text, homepage: homepage ?? null }
}

/** Some packages bring their licence's words in their README alone. */
function withWords(one: ThirdParty): ThirdParty {
  const readme = inProject('node_modules', one.name, 'README.md')
  return one.text.trim() === '' && existsSync(readme) ? { ...one, text: licenceInReadme(readFileSync(readme, 'utf8')) } : one
}

const sqlModule = 'better-sqlite3-multiple-ciphers'
const sqlHeader = ['deps', 'sqlite3', 'sqlite3.h']

/** Electron's media library, which it brings as a file of its own under the LGPL. */
const ffmpeg = ({ version }: ThirdParty): ThirdParty => ({
  name: 'ffmpeg',
  version: `as Electron ${version} brings it`,
  licence: 'LGPL-2.1-or-later',
  text:
    'FFmpeg is free software under the GNU Lesser General Public License, version 2.1 or later. It is a file of its own\n' +
    '(libffmpeg.so, ffmpeg.dll or libffmpeg.dylib), and you may put another build of it in its place.\n' +
    'The text of the licence and those of Chromium’s other parts are in LICENSES.chromium.html; the sources are at\n' +
    'https://github.com/electron/electron and https://chromium.googlesource.com/chromium/third_party/ffmpeg',
  homepage: 'https://ffmpeg.org',
  separateFiles: ['libffmpeg.so', 'ffmpeg.dll', 'libffmpeg.dylib'],
})

/** What is compiled into the ledger's module: SQLite, with its ciphers. */
function sqlite({ text }: ThirdParty): ThirdParty {
  const [, version = ''] = /SQLITE3MC_VERSION_STRING +"[^"]*?([\d.]+)"/.exec(read('node_modules', sqlModule, ...sqlHeader)) ?? []
  const conditions = text.slice(text.indexOf('Permission is hereby granted'))
  return {
    name: 'SQLite3 Multiple Ciphers',
    version,
    licence: 'MIT',
    text: `Copyright (c) Ulrich Telle. SQLite itself, which it builds on, is in the public domain.\n\n${conditions}`,
    packageUrl: `pkg:github/utelle/SQLite3MultipleCiphers@v${version}`,
    homepage: 'https://utelle.github.io/SQLite3MultipleCiphers/',
  }
}

/** The decoder of HEIC goes along as it was published, so that a person can put another build of it in its place. */
const heic = (): ThirdParty => ({ ...installed('heic-to', 'LICENSE'), separateFiles: ['out/renderer/assets/heic-to-*.js'] })

/** Decoders and letters of the reader of PDFs that are files of their own, each with its own licence. */
const pdfParts = (): ThirdParty => ({
  ...installed(
    'pdfjs-dist',
    'LICENSE',
    'wasm/LICENSE_JBIG2',
    'wasm/LICENSE_OPENJPEG',
    'wasm/LICENSE_PDFJS_JBIG2',
    'wasm/LICENSE_PDFJS_OPENJPEG',
    'standard_fonts/LICENSE_FOXIT',
  ),
  licence: 'Apache-2.0 AND BSD-2-Clause AND BSD-3-Clause',
})

/**
 * All that others wrote in a package of Balie: what the bundler put into the bundles, keytar and SQLite with what is
 * compiled into them, Electron and its media library.
 * One of them without a licence that is on the list ends the packing.
 */
export function thirdParties(folder = inProject(thirdPartyFolder)): ThirdParty[] {
  const electron = installed('electron', 'LICENSE')
  const sql = installed(sqlModule, 'LICENSE')
  const bundled = readdirSync(folder).flatMap((file) => JSON.parse(readFileSync(join(folder, file), 'utf8')) as ThirdParty[])
  const all = [
    ...bundled.map(withWords),
    installed('keytar', 'LICENSE.md'),
    heic(),
    pdfParts(),
    installed('node-addon-api', 'LICENSE.md'),
    sql,
    sqlite(sql),
    installed(`${sqlModule}/node_modules/node-addon-api`, 'LICENSE.md'),
    electron,
    ffmpeg(electron),
  ]
  const problems = all.flatMap((one) => licenceProblem(one) ?? [])
  if (problems.length > 0) throw new Error(`What may not go out with Balie:\n${problems.join('\n')}`)
  const unique = new Map(all.map((one) => [`${one.name} ${one.version}`, one]))
  return [...unique.values()].toSorted((one, other) => one.name.localeCompare(other.name, 'en'))
}
