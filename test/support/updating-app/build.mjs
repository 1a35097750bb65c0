// `node build.mjs FOLDER`: main's bundle into FOLDER, as a release would be built with the feed that the environment names.
import { resolveConfig } from 'electron-vite'
import { build, mergeConfig } from 'vite'

const [, , folder] = process.argv
const { config } = await resolveConfig({}, 'build', 'production')
// The list of what is in the bundle is the real build's to write.
const plugins = config.main.plugins.flat().filter((plugin) => plugin && plugin.name !== 'rollup-plugin-license')
await build(
  mergeConfig({ ...config.main, plugins }, { configFile: false, build: { outDir: folder, minify: false }, logLevel: 'error' }),
)
