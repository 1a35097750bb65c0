import { mkdirSync, mkdtempSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { build } from 'vite'
import { nodeWorkers } from '#tools/build/node-workers.ts'

const project = path.resolve(import.meta.dirname, '../..')

/** What is installed beside the app, and found there: all else goes into a bundle, as in the app that ships. */
function outside(): string[] {
  const packed = JSON.parse(readFileSync(path.join(project, 'package.json'), 'utf8')) as Record<
    string,
    Record<string, string> | undefined
  >
  return Object.keys({ ...packed['dependencies'], ...packed['optionalDependencies'] })
}

/** A new folder for bundles, from where packages outside them are found; whoever asks for it takes it away again. */
export function bundleFolder(prefix: string): string {
  const cache = path.join(project, 'node_modules/.cache')
  mkdirSync(cache, { recursive: true })
  return mkdtempSync(path.join(cache, prefix))
}

/**
 * Bundles scripts as the app ships, each by its name to `<name>.mjs`: stripping types and finding hundreds of modules one by
 * one takes longer than most of these scripts do.
 */
export async function bundle(scripts: Readonly<Record<string, string>>, outDir: string): Promise<void> {
  await build({
    configFile: false,
    logLevel: 'error',
    plugins: [nodeWorkers()],
    build: {
      ssr: true,
      outDir,
      target: 'node24',
      rolldownOptions: { input: scripts, output: { entryFileNames: '[name].mjs', chunkFileNames: 'chunks/[name]-[hash].mjs' } },
    },
    ssr: { noExternal: true, external: outside() },
  })
}
