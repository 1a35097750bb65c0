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

/** What the tests of a team run against; without them those are skipped, and nobody needs them to start the app. */
export const teamPackages = ['postgresql', 'pgbouncer']

/** What `npm run dist:check` packs and installs with; nobody needs them to start or test the app. */
export const packingPackages = ['p7zip-full', 'squashfs-tools', 'desktop-file-utils', 'rpm']

/** What `npm run dist:check -- --full` makes and tries a Windows installer with; without them that part is skipped. */
export const windowsPackages = ['nsis', 'wine', 'wine64', 'gcc-mingw-w64-x86-64']

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
 * @param {readonly string[]} names
 * @returns {Promise<string[]>} those that are not installed
 */
export const lacking = async (names) =>
  missingPackages((await capture(['dpkg-query', '-W', '-f', '${db:Status-Status} ${Package}\n', ...names])).stdout, names)

/** @param {readonly string[]} missing */
const install = async (missing) => {
  const env = { DEBIAN_FRONTEND: 'noninteractive' }
  const update = await capture(['apt-get', 'update'], { env })
  const { code, output } = await capture(aptInstall(missing), { env })
  return { code, output: update.code === 0 ? output : `${update.output}${output}` }
}

/** @param {readonly string[]} missing the command for somebody without root */
const sudoInstall = (missing) => `sudo apt-get update && sudo ${aptInstall(missing).join(' ')}`

/**
 * Installs packages that a check can do without, where that can be done.
 * @param {readonly string[]} names
 * @param {(what: string) => void} announce
 * @returns {Promise<string | undefined>} why the check has to be skipped
 */
export const tryDebianPackages = async (names, announce) => {
  if (!isDebian()) return `needs the programs of Debian's ${names.join(', ')}`
  const missing = await lacking(names)
  if (missing.length === 0) return undefined
  if (process.getuid?.() !== 0) return `these packages are missing; for them run: ${sudoInstall(missing)}`
  announce(`installing ${missing.join(' ')}`)
  return (await install(missing)).code === 0 ? undefined : `apt could not install ${missing.join(' ')}`
}

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
  const missing = await lacking(names)
  if (missing.length === 0) return 'all there'

  if (process.getuid?.() !== 0) {
    const command = sudoInstall(missing)
    if (forTests || debianPackages.some(({ name, essential }) => essential && missing.includes(name))) {
      throw new SetupProblem(`Debian packages are missing: ${missing.join(' ')}`, `Run this, then try again:\n${command}`)
    }
    announce(`not everything is there; for the rest run: ${command}`)
    return `${missing.length} missing, going on without`
  }

  announce(`installing ${missing.join(' ')}`)
  const { code, output } = await install(missing)
  if (code !== 0) {
    throw new SetupProblem(
      `Debian packages could not be installed: ${missing.join(' ')}`,
      `${tail(output)}\nMend what apt says, then try again.`,
    )
  }
  return `installed ${missing.length}`
}
