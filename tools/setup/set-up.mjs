// @ts-check
import { ensureBuild } from './build.mjs'
import { ensureDebianPackages, teamPackages, tryDebianPackages } from './debian-packages.mjs'
import { ensureDependencies } from './dependencies.mjs'
import { ensureElectron } from './electron-binary.mjs'
import { ensureKeychainModule } from './keychain-module.mjs'
import { findNode24 } from './node24.mjs'
import { step } from './steps.mjs'

/** The one line that says the app runs on something else than Electron's binary, and how to change that. */
const absent = 'binary absent, so the stand-in runs the app; `npx install-electron` fetches it'

/** @param {(announce: (what: string) => void) => Promise<string>} work */
const outcomeOnly = (work) => async (/** @type {(what: string) => void} */ announce) => ({
  outcome: await work(announce),
  value: undefined,
})

/**
 * Brings a machine that has only git, Node and npm to where the project runs. Each step looks before it acts, so that
 * a second time costs next to nothing.
 * @param {{ forTests: boolean }} options
 * @returns {Promise<{ node: string, shell: import('./electron-binary.mjs').Shell }>}
 */
export const setUp = async ({ forTests }) => {
  process.stdout.write('Set-up\n')
  await step(
    'Debian packages',
    outcomeOnly((announce) => ensureDebianPackages({ forTests, announce })),
  )
  if (forTests) {
    await step(
      'PostgreSQL',
      outcomeOnly(async (announce) =>
        (await tryDebianPackages(teamPackages, announce)) ? 'absent, a team is not tested' : 'all there',
      ),
    )
  }
  await step('npm packages', outcomeOnly(ensureDependencies))
  const node = findNode24()
  await step(
    'keychain module',
    outcomeOnly((announce) => ensureKeychainModule({ node, forTests, announce })),
  )
  const shell = await step('Electron', async (announce) => {
    const found = await ensureElectron({ node, announce })
    return { outcome: found.kind === 'electron' ? 'its own binary' : absent, value: found }
  })
  return { node, shell }
}

/** The app's bundles, as a step of their own: tests check the sources before they build. */
export const build = () => step('build', outcomeOnly(ensureBuild))
