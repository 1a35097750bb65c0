import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { inProject } from '#tools/setup/project.mjs'
import { noticesText } from './notices.ts'
import { sbomJson } from './sbom.ts'
import { thirdParties } from './third-party.ts'

/** The two files that go beside the app in every package. */
export const noticesFile = 'out/pack/NOTICES.txt'
export const sbomFile = 'out/pack/sbom.cdx.json'

/** Makes both before anything is packed: a package without them breaks the licences of what it holds. */
export function writeNotices(): void {
  const app = JSON.parse(readFileSync(inProject('package.json'), 'utf8')) as { name: string; version: string }
  const parties = thirdParties()
  mkdirSync(dirname(inProject(noticesFile)), { recursive: true })
  writeFileSync(inProject(noticesFile), noticesText(parties))
  writeFileSync(inProject(sbomFile), sbomJson(app, parties))
}
