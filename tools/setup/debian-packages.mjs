// @ts-check
import { existsSync } from 'node:fs'
import { capture, tail } from './commands.mjs'
import { SetupProblem } from './problem.mjs'

/** What the whole project uses of Debian. Tests need all of it; the app alone can do without those not marked. */
export const debianPackages = /** @type {const} */ ([
  { name: 'chromium', essential: true }, // stand-in for Electron's binary
  { name: 'fonts-dejavu-core', essential: true }, // without a font Chromium shows empty boxes
  { name: 'xvfb', essential: false }, // virtual display
  { name: 'xauth', essential: false }, // xvfb-run calls it
  { name: 'gnome-keyring', essential: false }, // a real keychain for the tests
  { name: 'dbus', essential: false }, // the bus it listens on
  { name: 'libsecret-1-0', essential: false }, // keytar at run time
  { name: 'libsecret-1-dev', essential: false }, // keytar's build, with the three below
  { name: 'build-essential', essential: false },
  { name: 'pkg-config', essential: false },
  { name: 'python3', essential: false },
  { name: 'zenity', essential: false }, // file choosers of the stand-in
  { name: 'strace', essential: false }, // full and failing disks in the fault tests
])

/** Whether this machine's packages are Debian's (Ubuntu and the like included). */
export const isDebian = () =>
  process.platform === 'linux' && existsSync('/etc/debian_version') && existsSync('/usr/bin/dpkg-query')

/**
 * @param {string} answer of dpkg-query, a line `status name` each; packages it never heard of have no line
 * @param {readonly string[]} wanted
 */
export const missingPackages = (answer, wanted) => {
  const installed = new Set(answer.split('\n').flatMap((line) => (line.startsWith('installed ') ? [line.slice(10).trim()] : [])))
  return wanted.filter((name) => !installed.has(name))
}

/**
 * The command a person without root copies; also what we run as root.
 * @param {readonly string[]} missing
 */
export const aptInstall = (missing) => ['apt-get', 'install', '-y', '--no-install-recommends', ...missing]

/**
 * Makes sure of Debian's packages. Only root may install them; anyone else is told the exact command, and set-up goes on
 * when what is missing is not essential for what was asked.
 * @param {object} options
 * @param {boolean} options.forTests tests need every package
 * @param {(what: string) => void} options.announce
 * @returns {Promise<string>} outcome in a few words
 */
export const ensureDebianPackages = async ({ forTests, announce }) => {
  if (!isDebian()) return 'not Debian, nothing to do'
  const names = debianPackages.map(({ name }) => name)
  const missing = missingPackages(
    (await capture(['dpkg-query', '-W', '-f', '${db:Status-Status} ${Package}\n', ...names])).stdout,
    names,
  )
  if (missing.length === 0) return 'all there'

  if (process.getuid?.() !== 0) {
    const command = `sudo apt-get update && sudo ${aptInstall(missing).join(' ')}`
    if (forTests || debianPackages.some(({ name, essential }) => essential && missing.includes(name))) {
      throw new SetupProblem(`Debian packages are missing: ${missing.join(' ')}`, `Run this, then try again:\n${command}`)
    }
    announce(`not everything is there; for the rest run: ${command}`)
    return `${missing.length} missing, going on without`
  }

  announce(`installing ${missing.join(' ')}`)
  const env = { DEBIAN_FRONTEND: 'noninteractive' }
  const update = await capture(['apt-get', 'update'], { env })
  const install = await capture(aptInstall(missing), { env })
  if (install.code !== 0) {
    throw new SetupProblem(
      `Debian packages could not be installed: ${missing.join(' ')}`,
      `${tail(update.code === 0 ? install.output : `${update.output}${install.output}`)}\nMend what apt says, then try again.`,
    )
  }
  return `installed ${missing.length}`
}
