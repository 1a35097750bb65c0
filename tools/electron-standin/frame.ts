import type { CdpSession } from './cdp.ts'
import { createWire } from './in-page/wire.ts'
import { schemes } from './schemes.ts'
import { strictEmitter } from './unsupported.ts'

/** What a frame needs of the window that it is in. */
export interface FrameOwner {
  processId: number
  send(channel: string, ...args: unknown[]): void
  executeJavaScript(code: string, userGesture?: boolean): Promise<unknown>
}

/** Electron's `WebFrameMain` for a main frame; frames inside a page have no preload and so never send. */
export class Frame extends strictEmitter('webFrameMain') {
  readonly name = ''
  readonly parent = null
  readonly routingId = 1
  readonly frames = []
  readonly top: Frame = this
  readonly processId: number
  /** The page was replaced by one of another origin. */
  detached = false
  url: string
  private readonly owner: FrameOwner

  constructor(owner: FrameOwner, url: string) {
    super()
    this.owner = owner
    this.processId = owner.processId
    this.url = url
  }

  get origin(): string {
    return schemes.originOf(this.url)
  }

  isDestroyed(): boolean {
    return this.detached
  }

  send(channel: string, ...args: unknown[]): void {
    this.owner.send(channel, ...args)
  }

  executeJavaScript(code: string, userGesture?: boolean): Promise<unknown> {
    return this.owner.executeJavaScript(code, userGesture)
  }
}

/** Runs code in the page's own world; the result is cloned as over IPC. */
export async function evaluateInPage(session: CdpSession, code: string, userGesture: boolean): Promise<unknown> {
  const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
    expression: code,
    awaitPromise: true,
    userGesture,
  })
  if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text)
  if (result.objectId === undefined)
    return result.unserializableValue === undefined ? result.value : Number(result.unserializableValue)
  const text = await session.send('Runtime.callFunctionOn', {
    objectId: result.objectId,
    functionDeclaration: `function () { return (${String(createWire)})().stringify(this) }`,
    returnByValue: true,
  })
  await session.send('Runtime.releaseObject', { objectId: result.objectId })
  if (text.exceptionDetails) throw new Error('An object could not be cloned.')
  return createWire().parse(String(text.result.value))
}
