import { createInterface } from 'node:readline'
import { Writable } from 'node:stream'

/**
 * The administrator's password: from the environment, from a pipe, or typed where nobody sees it.
 *
 * SECURITY: never from the command line, which others on the computer can read.
 */
export async function askPassword(question: string, env: NodeJS.ProcessEnv): Promise<string> {
  const given = env['BALIE_TEAM_PASSWORD']
  if (given !== undefined) return given
  const isTyped = process.stdin.isTTY
  if (isTyped) process.stderr.write(question)
  const nowhere = new Writable({ write: (_part, _encoding, done) => done() })
  const lines = createInterface({ input: process.stdin, output: nowhere, terminal: isTyped })
  try {
    for await (const line of lines) return line
    return ''
  } finally {
    lines.close()
    if (isTyped) process.stderr.write('\n')
  }
}
