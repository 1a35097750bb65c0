import { execFile } from 'node:child_process'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { temporaryFolder } from './temporary-folder.ts'

const run = promisify(execFile)

/** What there is of a keychain in the session a process is started in. */
export type Session = 'unlocked' | 'locked' | 'no-service' | 'refused-by-policy' | 'no-bus'

/** A bus that starts no services by itself, so that a session has exactly what the test gave it. */
const busConfig = (rule = '') => `<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
  "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig><type>session</type><listen>unix:tmpdir=/tmp</listen>
<policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/>${rule}</policy>
</busconfig>`

const daemon = {
  unlocked: 'printf wachtwoord | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1;',
  locked: 'gnome-keyring-daemon --start --components=secrets >/dev/null 2>&1;',
  'no-service': '',
  'refused-by-policy': 'gnome-keyring-daemon --start --components=secrets >/dev/null 2>&1;',
}

/** A person's own folders with a real gnome-keyring in them; each call is a new log-on to the same keyring. */
export async function keyringHome() {
  const home = await temporaryFolder()
  const env = {
    PATH: process.env['PATH'],
    HOME: home,
    XDG_RUNTIME_DIR: join(home, 'run'),
    XDG_DATA_HOME: join(home, 'data'),
    XDG_CONFIG_HOME: join(home, 'config'),
    XDG_CACHE_HOME: join(home, 'cache'),
  }
  await mkdir(env.XDG_RUNTIME_DIR, { mode: 0o700 })
  const open = join(home, 'open.conf')
  const strict = join(home, 'strict.conf')
  await writeFile(open, busConfig())
  await writeFile(strict, busConfig('<deny send_destination="org.freedesktop.secrets"/>'))

  return {
    /** Runs a Node script in such a session and gives what it printed. */
    async node(session: Session, ...args: string[]): Promise<string> {
      if (session === 'no-bus') return (await run(process.execPath, args, { env })).stdout
      const config = session === 'refused-by-policy' ? strict : open
      const shell = ['sh', '-c', `${daemon[session]} exec "$@"`, 'sh', process.execPath, ...args]
      return (await run('dbus-run-session', [`--config-file=${config}`, '--', ...shell], { env })).stdout
    },
  }
}
