import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { Bus } from '#tools/electron-standin/dbus.ts'

/** A service of the test's own that shows notifications, on a bus of its own: Electron and its stand-in both speak to it. */
export interface FakeNotifier {
  /** For the app's environment. */
  env: Record<string, string>
  /** Title and text of every notification so far, a line each. */
  shown(): string[]
  /** A person clicks all that is shown. */
  click(): void
  end(): Promise<void>
}

const name = 'org.freedesktop.Notifications'
const objectPath = '/org/freedesktop/Notifications'

const busConfig = `<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:tmpdir=/tmp</listen>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>`

/** Starts a bus and the service on it; call `end` when the test is over. */
export async function startNotifier(folder: string): Promise<FakeNotifier> {
  const config = path.join(folder, 'bus.conf')
  await writeFile(config, busConfig)
  const daemon = spawn('dbus-daemon', [`--config-file=${config}`, '--nofork', '--print-address=1'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const [address] = (await once(createInterface({ input: daemon.stdout }), 'line')) as [string]
  const bus = await Bus.connect(address)
  const told: string[] = []
  const answers: Record<string, (body: unknown[]) => { signature: string; body: unknown[] }> = {
    GetServerInformation: () => ({ signature: 'ssss', body: ['test', 'Balie', '1', '1.2'] }),
    GetCapabilities: () => ({ signature: 'as', body: [['actions', 'body']] }),
    Notify([, , , title, text]) {
      told.push(`${String(title)} | ${String(text)}`)
      return { signature: 'u', body: [told.length] }
    },
    CloseNotification: () => ({ signature: '', body: [] }),
  }
  bus.on('call', ({ serial, sender, member, body }) => {
    const answer = answers[member]?.(body)
    bus.send(
      answer
        ? { kind: 'answer', replyTo: serial, destination: sender, ...answer }
        : { kind: 'error', error: 'org.freedesktop.DBus.Error.UnknownMethod', replyTo: serial, destination: sender },
    )
  })
  await bus.own(name)
  const tell = (member: string, signature: string, body: unknown[]) =>
    bus.send({ kind: 'signal', path: objectPath, interface: name, member, signature, body })
  return {
    env: { DBUS_SESSION_BUS_ADDRESS: address },
    shown: () => [...told],
    click() {
      for (const id of told.keys()) {
        tell('ActionInvoked', 'us', [id + 1, 'default'])
        tell('NotificationClosed', 'uu', [id + 1, 2])
      }
    },
    async end() {
      bus.end()
      daemon.kill()
      if (daemon.exitCode === null && daemon.signalCode === null) await once(daemon, 'exit')
    },
  }
}
