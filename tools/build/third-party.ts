import { join } from 'node:path'
import license, { type Dependency } from 'rollup-plugin-license'
import type { Plugin } from 'vite'
import type { ThirdParty } from '../pack/licences.ts'

/** Where each bundle leaves its list; the packages' notices are made of all of them. */
export const thirdPartyFolder = join('out', 'third-party')

const asThirdParty = ({ name, version, license: licence, licenseText, noticeText, homepage }: Dependency): ThirdParty => ({
  name: name ?? '?',
  version: version ?? '?',
  licence,
  text: [licenseText, noticeText].filter(Boolean).join('\n\n'),
  homepage,
})

/**
 * Lists what of others went into a bundle. All is a devDependency here, so that package.json could not tell. Written for Rollup,
 * whose hooks Vite's bundler calls the same way.
 */
export const thirdParty = (bundle: string): Plugin =>
  license({
    thirdParty: {
      output: {
        file: join(thirdPartyFolder, `${bundle}.json`),
        template: (dependencies: Dependency[]) => JSON.stringify(dependencies.map(asThirdParty), null, 2),
      },
    },
  }) as unknown as Plugin
