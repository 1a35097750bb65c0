import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { NtExecutable, NtExecutableResource } from 'resedit'
import { changedFiles, readAsar } from './asar.ts'
import { besideTheAsar, manifestProblems, nameProblems, textProblems } from './contents.ts'
import { fuseProblems, type System } from './fuses.ts'
import { nativeProblems } from './native-modules.ts'
import { sbomProblems } from './sbom-check.ts'

/** The app as it is unpacked, with what reads PDF and HEIC; half again of it would be a mistake that nobody meant. */
const largestAsar = 12 * 1024 ** 2

/** Where things are in a packed folder of each system. */
function layout(folder: string): { system: System; resources: string; binary: string } {
  if (folder.endsWith('.app')) return { system: 'darwin', resources: join(folder, 'Contents', 'Resources'), binary: folder }
  const exe = join(folder, 'Balie.exe')
  const resources = join(folder, 'resources')
  return existsSync(exe)
    ? { system: 'win32', resources, binary: exe }
    : { system: 'linux', resources, binary: join(folder, 'balie') }
}

/** SECURITY: where Electron checks the asar at the start, the binary has to know the hash of this very one. */
function integrityProblems(system: System, binary: string, headerHash: string): string[] {
  if (system === 'darwin') {
    const plist = readFileSync(join(binary, 'Contents', 'Info.plist'), 'utf8')
    return [
      ...(plist.includes(headerHash) ? [] : ['Info.plist has no hash of this app.asar']),
      ...(plist.includes('default_app.asar') ? ['Info.plist names default_app.asar'] : []),
      ...(/NSAllowsArbitraryLoads<\/key>\s*<true/.test(plist) ? ['Info.plist allows insecure connections'] : []),
    ]
  }
  if (system === 'linux') return []
  const { entries } = NtExecutableResource.from(NtExecutable.from(readFileSync(binary)))
  const integrity = entries.find(({ type }) => type === 'INTEGRITY')
  const text = integrity ? Buffer.from(integrity.bin).toString() : ''
  return text.includes(headerHash) ? [] : ['Balie.exe has no hash of this app.asar']
}

/** Everything that is wrong with a folder that was packed: `linux-unpacked`, `win-unpacked`, `mac/Balie.app`. */
export async function folderProblems(folder: string): Promise<string[]> {
  const { system, resources, binary } = layout(folder)
  const asar = join(resources, 'app.asar')
  const { headerHash, files } = readAsar(asar)
  const code = files.filter(({ name }) => !name.endsWith('.node'))
  const manifest = files.find(({ name }) => name === 'package.json')
  const beside = besideTheAsar.filter((name) => (statSync(join(resources, name), { throwIfNoEntry: false })?.size ?? 0) === 0)
  return [
    ...nameProblems(files.map(({ name }) => name)),
    ...changedFiles(files),
    ...code.flatMap(({ name, bytes }) => textProblems(name, bytes.toString('latin1'))),
    ...nativeProblems(files, system),
    ...manifestProblems(manifest?.bytes.toString() ?? '{}'),
    ...beside.map((name) => `${name} is missing`),
    ...(beside.includes('sbom.cdx.json') ? [] : sbomProblems(readFileSync(join(resources, 'sbom.cdx.json'), 'utf8'))),
    ...(existsSync(join(resources, 'default_app.asar')) ? ['Electron’s default_app.asar is still there'] : []),
    ...(statSync(asar).size > largestAsar ? [`app.asar has ${statSync(asar).size} bytes`] : []),
    ...(await fuseProblems(binary, system)),
    ...integrityProblems(system, binary, headerHash),
  ]
}
