import { execFile } from 'node:child_process'
import { chmod, cp, mkdir, readFile, symlink, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { goTo, settleIn } from '#test/support/clerk.ts'
import { ended, firstPage, hasElectron, launchApp, packedApp } from '#test/support/app-process.ts'
import { expect, test } from '#test/support/electron-app.ts'
import { feedOf, newKey, serveRelease, type Release } from '#test/support/update-server.ts'
import { signFeed } from '#tools/pack/sign-feed.ts'
import { inProject } from '#tools/setup/project.mjs'

test.skip(process.platform !== 'linux', 'Replaces an AppImage')
test.skip(packedApp !== undefined, 'What is packed here knows no feed')
test.skip(hasElectron(), 'Electron says itself whether it is packed')

const source = inProject('test', 'support', 'updating-app')
const name = 'latest-linux.yml'

/** An app as a release builds it, for this server and key. */
async function builtFor(folder: string, env: Record<string, string>): Promise<void> {
  const main = path.join(folder, 'out', 'main')
  await cp(source, folder, { recursive: true })
  await promisify(execFile)(process.execPath, [path.join(source, 'build.mjs'), main], { env: { ...process.env, ...env } })
  for (const part of ['preload', 'renderer'])
    await cp(inProject('out', part), path.join(folder, 'out', part), { recursive: true })
  await symlink(inProject('node_modules'), path.join(folder, 'node_modules'))
  await mkdir(path.join(folder, 'resources'))
  await writeFile(path.join(folder, 'resources', 'app-update.yml'), 'provider: generic\nurl: http://127.0.0.1:1/\n')
}

test('a newer version is found, fetched, told with its notes, put in place when it is asked for, and started', async ({
  userData,
}) => {
  const started = path.join(userData, 'started')
  const script = `#!/bin/sh\n[ -n "$APPIMAGE_EXIT_AFTER_INSTALL" ] || echo "0.2.0" > "${started}"\n`
  const release: Release = { version: '0.2.0', content: Buffer.from(script), more: 'releaseNotes: Sneller zoeken\n' }
  const key = newKey()
  const server = await serveRelease(release, { feed: signFeed(feedOf(release), { name, privateKeys: [key.privateKey] }) })
  try {
    const folder = path.join(userData, 'app')
    await builtFor(folder, { BALIE_UPDATE_URL: server.url, BALIE_UPDATE_KEYS: key.publicKey })
    const image = path.join(userData, 'Balie.AppImage')
    await writeFile(image, 'Balie 0.1.0')
    await chmod(image, 0o755)

    const app = await launchApp({ userData, appDir: folder, env: { APPIMAGE: image } })
    const page = await firstPage(app)
    await settleIn(page)
    await goTo(page, 'Instellingen')
    await page.getByRole('tab', { name: 'Over Balie' }).click()
    const main = page.getByRole('main')
    await main.getByRole('button', { name: 'Zoek naar een nieuwe versie' }).click()
    await expect(main.getByText('Balie 0.2.0 staat klaar').first()).toBeVisible()
    await expect(main.getByText('Sneller zoeken')).toBeVisible()
    expect(await readFile(image, 'utf8')).toBe('Balie 0.1.0')

    await main.getByRole('button', { name: 'Nu bijwerken' }).first().click()
    await ended(app)
    expect(await readFile(image, 'utf8')).toBe(script)
    await expect.poll(() => readFile(started, 'utf8').catch(() => '')).toBe('0.2.0\n')
  } finally {
    await server.close()
  }
})
