import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { promisify } from 'node:util'

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

/** A session that goes on until it is ended. */
export interface OpenSession {
  /** What a process needs in its environment to be in it. */
  env: Record<string, string>
  end(): Promise<void>
}

/** A person's own folders, with a real gnome-keyring in them; each session is a new log-on to the same keyring. */
export async function keyringIn(home: string) {
  const env = {
    PATH: process.env['PATH'] ?? '',
    HOME: home,
    XDG_RUNTIME_DIR: join(home, 'run'),
    XDG_DATA_HOME: join(home, 'data'),
    XDG_CONFIG_HOME: join(home, 'config'),
    XDG_CACHE_HOME: join(home, 'cache'),
  }
  await mkdir(env.XDG_RUNTIME_DIR, { mode: 0o700, recursive: true })
  const open = join(home, 'open.conf')
  const strict = join(home, 'strict.conf')
  await writeFile(open, busConfig())
  await writeFile(strict, busConfig('<deny send_destination="org.freedesktop.secrets"/>'))
  const session = (kind: Exclude<Session, 'no-bus'>, command: readonly string[]) => [
    `--config-file=${kind === 'refused-by-policy' ? strict : open}`,
    '--',
    'sh',
    '-c',
    `${daemon[kind]} exec "$@"`,
    'sh',
    ...command,
  ]

  return {
    /** Runs a Node script in such a session and gives what it printed. */
    async node(kind: Session, ...args: string[]): Promise<string> {
      if (kind === 'no-bus') return (await run(process.execPath, args, { env })).stdout
      return (await run('dbus-run-session', session(kind, [process.execPath, ...args]), { env })).stdout
    },

    /** A session for processes that are started elsewhere. */
    async logOn(kind: Exclude<Session, 'no-bus'>): Promise<OpenSession> {
      const command = ['sh', '-c', 'echo "$DBUS_SESSION_BUS_ADDRESS"; exec cat']
      const child = spawn('dbus-run-session', session(kind, command), { env, stdio: ['pipe', 'pipe', 'ignore'] })
      const [address] = (await once(createInterface({ input: child.stdout }), 'line')) as [string]
      return {
        env: { ...env, DBUS_SESSION_BUS_ADDRESS: address },
        async end() {
          child.stdin.end()
          await once(child, 'exit')
        },
      }
    },
  }
}
export type Keyring = Awaited<ReturnType<typeof keyringIn>>
