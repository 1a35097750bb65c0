import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { createPackage } from '@electron/asar'
import { dummyExe } from './dummy-exe.ts'
import type { System } from './fuses.ts'

/** What @electron/fuses looks for in a binary: its mark, version 1, nine fuses as Electron 45 ships them. */
export const fuseWire = `dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX\u0001\u0009101100011`

/** Names who starts what was packed, in place of Electron: see run-packed.ts. */
export const runnerVariable = 'BALIE_PACKED_RUNNER'

/** Names the folder of an app that starts the packed one, once it has prepared something a test wants. */
export const wrapperVariable = 'BALIE_PACKED_WRAPPER'

const linuxBinary = `#!/bin/sh
# A dummy of Electron's binary, for checks of packages only.
exec "\${${runnerVariable}:?names what is to run instead of Electron}" "$(dirname "$(readlink -f "$0")")/resources" "$@"
${fuseWire}
`

const plist = (name: string, identifier: string): string => `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0"><dict>
<key>CFBundleExecutable</key><string>${name}</string><key>CFBundleIdentifier</key><string>${identifier}</string>
<key>CFBundleName</key><string>${name}</string><key>CFBundleIconFile</key><string>electron.icns</string>
<key>NSAppTransportSecurity</key><dict><key>NSAllowsArbitraryLoads</key><true/></dict>
</dict></plist>
`

const languages = ['nl', 'en-US', 'en-GB', 'de', 'fr']

/** What both Linux and Windows have beside the binary. */
const common = (library: string): Record<string, string | Buffer> => ({
  ...Object.fromEntries(languages.map((language) => [`locales/${language}.pak`, 'dummy'])),
  'resources.pak': 'dummy',
  'icudtl.dat': 'dummy',
  'v8_context_snapshot.bin': 'dummy',
  [library]: 'dummy',
  version: 'dummy',
  LICENSE: 'Electron’s licence',
  'LICENSES.chromium.html': '<html>licences</html>',
})

const contents = 'Electron.app/Contents'
const framework = `${contents}/Frameworks/Electron Framework.framework`

const macFiles = (): Record<string, string | Buffer> => ({
  [`${contents}/Info.plist`]: plist('Electron', 'com.github.Electron'),
  [`${contents}/MacOS/Electron`]: 'dummy',
  [`${contents}/Resources/electron.icns`]: 'dummy',
  ...Object.fromEntries(['nl', 'en', 'de'].map((language) => [`${contents}/Resources/${language}.lproj/locale.pak`, 'dummy'])),
  [`${framework}/Versions/A/Electron Framework`]: `dummy ${fuseWire}`,
  [`${framework}/Versions/A/Libraries/libffmpeg.dylib`]: 'dummy',
  [`${framework}/Versions/A/Resources/Info.plist`]: plist('Electron Framework', 'com.github.Electron.framework'),
  ...Object.fromEntries(
    ['', ' (GPU)', ' (Plugin)', ' (Renderer)'].flatMap((kind) => {
      const helper = `${contents}/Frameworks/Electron Helper${kind}.app/Contents`
      return [
        [`${helper}/Info.plist`, plist(`Electron Helper${kind}`, 'com.github.Electron.helper')],
        [`${helper}/MacOS/Electron Helper${kind}`, 'dummy'],
      ]
    }),
  ),
  version: 'dummy',
  LICENSE: 'Electron’s licence',
  'LICENSES.chromium.html': '<html>licences</html>',
})

const filesOf: Record<System, () => Record<string, string | Buffer>> = {
  linux: () => ({
    ...common('libffmpeg.so'),
    electron: linuxBinary,
    'chrome-sandbox': '#!/bin/sh\n',
    chrome_crashpad_handler: '#!/bin/sh\n',
  }),
  win32: () => ({ ...common('ffmpeg.dll'), 'electron.exe': dummyExe(fuseWire) }),
  darwin: macFiles,
}

const executable = /(^|\/)(electron|chrome-sandbox|chrome_crashpad_handler|Electron[^/]*)$/

/** A folder shaped like Electron's release, around a binary that has fuses and hands over to the stand-in. */
export async function writeDummyElectron(folder: string, system: System): Promise<void> {
  for (const [name, content] of Object.entries(filesOf[system]())) {
    const file = join(folder, name)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, content)
    if (executable.test(name)) chmodSync(file, 0o755)
  }
  if (system === 'darwin') {
    symlinkSync('A', join(folder, framework, 'Versions', 'Current'))
    for (const part of ['Electron Framework', 'Libraries', 'Resources'])
      symlinkSync(`Versions/Current/${part}`, join(folder, framework, part))
  }
  const own = join(folder, '..', `default-app-${system}`)
  mkdirSync(own, { recursive: true })
  writeFileSync(join(own, 'main.js'), '// Electron’s own welcome, which no package may hold')
  const resources = system === 'darwin' ? join(contents, 'Resources') : 'resources'
  mkdirSync(join(folder, resources), { recursive: true })
  await createPackage(own, join(folder, resources, 'default_app.asar'))
}
