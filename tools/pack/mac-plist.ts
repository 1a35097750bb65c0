import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * SECURITY: electron-builder lets every app load from insecure addresses, whatever the configuration says; ours loads from none.
 * Before the app is signed, which covers this file.
 */
export function refuseInsecureLoads(app: string): void {
  const file = join(app, 'Contents', 'Info.plist')
  const plist = readFileSync(file, 'utf8')
  writeFileSync(file, plist.replaceAll(/(<key>NSAllowsArbitraryLoads<\/key>\s*)<true\/>/g, '$1<false/>'))
}
