import { join } from 'node:path'
import { build } from 'vite'
import { nodeWorkers } from '#tools/build/node-workers.ts'

/** Bundles a script as the app ships, into one without types: stripping them at start-up would take time and memory of its own. */
export async function bundle(script: string, outDir: string): Promise<string> {
  await build({
    configFile: false,
    logLevel: 'error',
    plugins: [nodeWorkers()],
    build: {
      ssr: join(import.meta.dirname, script),
      outDir,
      target: 'node24',
      rolldownOptions: { output: { entryFileNames: 'main.mjs' } },
    },
    ssr: { noExternal: true },
  })
  return join(outDir, 'main.mjs')
}
