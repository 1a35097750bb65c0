import { existsSync, readFileSync } from 'node:fs'
import { appendFile, chmod, mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'

/** A `notify-send` of the test's own: it keeps what it is told, and clicks the notification when the test does. */
export interface FakeNotifier {
  /** For the app's PATH, before all else. */
  folder: string
  /** Title and text of every notification so far, a line each. */
  shown(): string[]
  /** A person clicks all that is shown. */
  click(): Promise<void>
}

/** Installs it in a folder. The program waits as the real one does with `--wait`, on a file that `click` fills. */
export async function installNotifier(parent: string): Promise<FakeNotifier> {
  const folder = path.join(parent, 'notifier')
  const told = path.join(folder, 'told')
  const clicked = path.join(folder, 'clicked')
  const program = path.join(folder, 'notify-send')
  await mkdir(folder, { recursive: true })
  await writeFile(clicked, '')
  await writeFile(
    program,
    `#!/bin/sh
while [ "$1" != "--" ]; do shift; done
printf '%s | %s\\n' "$2" "$3" >> '${told}'
exec tail -n +1 -f '${clicked}'
`,
  )
  await chmod(program, 0o755)
  return {
    folder,
    shown: () => (existsSync(told) ? readFileSync(told, 'utf8').trimEnd().split('\n') : []),
    click: () => appendFile(clicked, 'default\n'),
  }
}
