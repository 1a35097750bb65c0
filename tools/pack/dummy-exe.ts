import { readFileSync } from 'node:fs'
import { Data, NtExecutable, NtExecutableResource, Resource } from 'resedit'
import { inProject } from '#tools/setup/project.mjs'

/** A Windows program that does nothing, with the icon, version and fuse wire that packing looks for and changes. */
export function dummyExe(fuseWire: string): Buffer {
  const exe = NtExecutable.createEmpty(false, false)
  const resources = NtExecutableResource.from(exe)
  const version = Resource.VersionInfo.createEmpty()
  version.lang = 1033
  version.setFileVersion(1, 0, 0, 0, 1033)
  version.setStringValues({ lang: 1033, codepage: 1200 }, { FileDescription: 'Electron', ProductName: 'Electron' })
  version.outputToResourceEntries(resources.entries)
  const icon = Data.IconFile.from(readFileSync(inProject('resources', 'icon.ico')))
  const images = icon.icons.map(({ data }) => data)
  Resource.IconGroupEntry.replaceIconsForResource(resources.entries, 1, 1033, images)
  resources.outputResource(exe)
  exe.setExtraData(new TextEncoder().encode(fuseWire))
  return Buffer.from(exe.generate())
}
