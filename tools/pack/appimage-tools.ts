import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** What follows the runtime is the file system. */
const runtimeSize = 4096

/** In place of the runtime that mounts an AppImage: a script that unpacks what follows it with Debian's own tool. */
const runtime = `#!/bin/sh
# A dummy of AppImage's runtime, for checks of packages only.
set -e
self=$(readlink -f "$0")
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
unsquashfs -quiet -no-progress -offset ${runtimeSize} -dest "$folder/app" "$self" >/dev/null
APPIMAGE="$self" APPDIR="$folder/app" "$folder/app/AppRun" "$@"
exit $?
`

/** Debian's tools laid out as electron-builder's own set of them, which it would fetch otherwise. */
export function layOutAppImageTools(folder: string): void {
  mkdirSync(join(folder, 'runtimes'), { recursive: true })
  mkdirSync(join(folder, 'lib', 'x64'), { recursive: true })
  mkdirSync(join(folder, 'lib', 'arm64'), { recursive: true })
  for (const arch of ['x64', 'arm64'])
    writeFileSync(join(folder, 'runtimes', `runtime-${arch}`), runtime.padEnd(runtimeSize, '\n'), { mode: 0o755 })
  for (const tool of ['mksquashfs', 'desktop-file-validate']) symlinkSync(join('/usr/bin', tool), join(folder, tool))
}
