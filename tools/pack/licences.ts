/** Licences under which others' work may go out with Balie; one that is not here ends the build until somebody decided. */
export const allowedLicences = ['MIT', 'MIT-0', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', '0BSD', 'Apache-2.0']

/** Something that others wrote and a package of Balie holds. */
export interface ThirdParty {
  name: string
  version: string
  /** SPDX expression, or null where the package says none. */
  licence: string | null
  /** The licence's own words, as each of them asks to be handed on. */
  text: string
  homepage: string | null
  /** Its address for scanners, where npm has no such package. */
  packageUrl?: string
  /** Names of its file where it is one of its own, which a person can put another in place of. */
  separateFiles?: readonly string[]
}

/** The words of a licence that stand in a README alone, as some packages have it; empty where there are none. */
export function licenceInReadme(readme: string): string {
  const [, text = ''] = /^#+ licen[cs]e\s*\n([^]*?)(?=^#|$(?![^]))/im.exec(readme) ?? []
  return /copyright/i.test(text) ? text.trim() : ''
}

/** Each alternative of `(MIT OR Apache-2.0)`; an AND needs all its parts, and is split the same way by `every`. */
const alternatives = (expression: string): string[][] =>
  expression
    .replaceAll(/[()]/g, '')
    .split(/ OR /)
    .map((parts) => parts.split(/ AND /).map((part) => part.trim()))

/** Why this may not go out, or null. The LGPL asks that people can replace the library: so as a file of its own alone. */
export function licenceProblem({ name, version, licence, text, separateFiles }: ThirdParty): string | null {
  if (licence === null) return `${name} ${version} names no licence`
  const allowed = alternatives(licence).some((parts) => parts.every((part) => allowedLicences.includes(part)))
  const replaceable = licence.startsWith('LGPL-') && separateFiles !== undefined && separateFiles.length > 0
  if (!allowed && !replaceable) return `${name} ${version} is under ${licence}, which is not on the list`
  return text.trim() === '' ? `${name} ${version} has no text of its licence` : null
}
