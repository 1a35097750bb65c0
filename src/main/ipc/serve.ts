import type { IpcMain } from 'electron'
import { fileTokenSchema } from '#shared/domain/attachment.ts'
import {
  channelOf,
  registerFileChannel,
  type Contract,
  type Handlers,
  type Procedure,
  type Result,
} from '#shared/ipc/procedure.ts'
import * as z from 'zod'
import { failureOf, invalidInput } from './failure.ts'
import type { TrustCheck } from './sender.ts'

export interface ServeDeps {
  ipcMain: Pick<IpcMain, 'handle'>
  isTrusted: TrustCheck
  /** For errors that reach a screen as `internal`: the details are for the log alone. */
  log(message: string, error: unknown): void
}

const untrusted: Result<never> = { ok: false, failure: { kind: 'unauthorized', message: { id: 'failure.untrusted' } } }

async function answer<T>(name: string, work: () => Promise<T>, log: ServeDeps['log']): Promise<Result<T>> {
  try {
    return { ok: true, value: await work() }
  } catch (error) {
    const failure = failureOf(error)
    if (failure.kind === 'internal') log(`${name} failed`, error)
    return { ok: false, failure }
  }
}

/** Registers the whole contract: checks who asks, what they ask and what is answered; errors travel as plain data. */
export function serve<C extends Contract>(contract: C, handlers: Handlers<C>, { ipcMain, isTrusted, log }: ServeDeps): void {
  for (const [group, procedures] of Object.entries<Record<string, Procedure>>(contract)) {
    for (const [name, { input, output }] of Object.entries(procedures)) {
      const handler = handlers[group]?.[name]
      if (!handler) throw new Error(`No handler for ${group}.${name}`)
      ipcMain.handle(channelOf(group, name), async (event, raw: unknown) => {
        if (!isTrusted(event)) return untrusted
        return answer(
          `${group}.${name}`,
          async () => {
            const parsed = input.safeParse(raw)
            if (!parsed.success) throw invalidInput(parsed.error)
            const result: unknown = await (handler as (value: unknown) => unknown)(parsed.data)
            return output.parse(result)
          },
          log,
        )
      })
    }
  }
}

/** What the preload tells main of a dropped or pasted file; only the preload can turn a genuine File into a path. */
const registeredFileSchema = z.union([
  z.object({ path: z.string().min(1).max(32_768) }),
  z.object({ name: z.string().max(1000), bytes: z.instanceof(Uint8Array) }),
])
export type RegisteredFile = z.infer<typeof registeredFileSchema>

/** The one channel beside the contract: a file becomes a token, so that a page never sees or names a path. */
export function serveFiles(
  register: (file: RegisteredFile) => Promise<z.input<typeof fileTokenSchema>> | z.input<typeof fileTokenSchema>,
  { ipcMain, isTrusted, log }: ServeDeps,
): void {
  ipcMain.handle(registerFileChannel, async (event, raw: unknown) => {
    if (!isTrusted(event)) return untrusted
    return answer('file registration', async () => fileTokenSchema.parse(await register(registeredFileSchema.parse(raw))), log)
  })
}
