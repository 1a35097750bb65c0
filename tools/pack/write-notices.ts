import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { inProject } from '#tools/setup/project.mjs'
import { noticesText } from './notices.ts'
import { sbomJson } from './sbom.ts'
import { thirdParties } from './third-party.ts'

/** The two files that go beside the app in every package. */
export const noticesFile = 'out/pack/NOTICES.txt'
export const sbomFile = 'out/pack/sbom.cdx.json'

/** Another packing at the same time never reads half of it. */
function writeWhole(file: string, text: string): void {
  const part = `${file}.${process.pid}`
  writeFileSync(part, text)
  renameSync(part, file)
}

/** Makes both before anything is packed: a package without them breaks the licences of what it holds. */
export function writeNotices(): void {
  const app = JSON.parse(readFileSync(inProject('package.json'), 'utf8')) as { name: string; version: string }
  const parties = thirdParties()
  mkdirSync(dirname(inProject(noticesFile)), { recursive: true })
  writeWhole(inProject(noticesFile), noticesText(parties))
  writeWhole(inProject(sbomFile), sbomJson(app, parties))
}
