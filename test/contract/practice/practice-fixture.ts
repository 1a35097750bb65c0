import type { Agent } from 'node:http'
import { onTestFinished } from 'vitest'
import { createPracticeServer, type PracticeOptions, type PracticeServer } from '#test/support/practice-server.ts'
import { createByForm, type RawAnswer, type RawRequest, send } from './raw-request.ts'

export interface Practice {
  server: PracticeServer
  send(request: RawRequest, agent?: Agent): Promise<RawAnswer>
  create(fields: Record<string, string>): Promise<RawAnswer>
}

/** A practice environment of the test's own, gone when the test is. */
export async function practice(options?: PracticeOptions): Promise<Practice> {
  const server = await createPracticeServer(options)
  onTestFinished(() => server.close())
  const sendHere = (request: RawRequest, agent?: Agent) => send(server.origin, request, agent)
  return { server, send: sendHere, create: (fields) => sendHere(createByForm(fields)) }
}
