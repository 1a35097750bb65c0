import { randomUUID } from 'node:crypto'
import type { CdpSession, Protocol } from './cdp.ts'
import type { FromPage, PreloadSetup, ToPage } from './in-page/messages.ts'
import { createWire } from './in-page/wire.ts'
import { askName, bindingName, pageScript, preloadScript, receiverName, worldName, worldScript } from './page-scripts.ts'

const wire = createWire()

/** The preload of a page: its source, and the address that its errors name. */
export interface Preload {
  source: string
  url: string
}

export interface PageListener {
  onMessage(message: FromPage): void
  /** Answers an `ipcRenderer.sendSync`. */
  onSendSync(channel: string, args: unknown[]): unknown
  onPreloadError(error: Error): void
  /** A new document is there and can be posted to. */
  onDocument(): void
}

/** The line between main and the preload world of one page, over CDP. */
export class PageLink {
  private readonly session: CdpSession
  private readonly frameId: string
  private readonly listener: PageListener
  /** The preload world of the document that is there now. Messages from any other are of a page that has gone. */
  private context: number | undefined
  private starting = false
  /** The scripts of that world: a page may call a function `askMain` too. */
  private scripts = new Set<string>()

  constructor(session: CdpSession, frameId: string, listener: PageListener) {
    this.session = session
    this.frameId = frameId
    this.listener = listener
  }

  /** Installs our scripts for all documents to come. */
  async install(setup: PreloadSetup, preload: Preload | undefined): Promise<void> {
    const { session } = this
    session.on('Runtime.executionContextCreated', ({ context }) => {
      if (context.name !== worldName || (context.auxData as { frameId?: string }).frameId !== this.frameId) return
      this.context = context.id
      this.starting = true
      this.scripts = new Set()
      this.listener.onDocument()
    })
    session.on('Runtime.executionContextDestroyed', ({ executionContextId }) => {
      if (executionContextId === this.context) this.context = undefined
    })
    session.on('Runtime.executionContextsCleared', () => (this.context = undefined))
    session.on('Page.domContentEventFired', () => (this.starting = false))
    session.on('Runtime.bindingCalled', ({ name, payload, executionContextId }) => {
      if (name === bindingName && executionContextId === this.context) this.listener.onMessage(wire.parse(payload) as FromPage)
    })
    session.on('Runtime.exceptionThrown', ({ exceptionDetails: { executionContextId, exception, text } }) => {
      if (this.starting && executionContextId === this.context)
        this.listener.onPreloadError(new Error(exception?.description ?? text))
    })
    session.on('Debugger.scriptParsed', ({ scriptId, executionContextId }) => {
      if (executionContextId === this.context) this.scripts.add(scriptId)
    })
    session.on('Debugger.paused', (paused) => void this.onPaused(paused))
    const secret = randomUUID()
    const add = (source: string, world?: string) =>
      session.send('Page.addScriptToEvaluateOnNewDocument', { source, ...(world && { worldName: world }) })
    await Promise.all([
      session.send('Page.enable'),
      session.send('Runtime.enable'),
      session.send('Debugger.enable', {}),
      session.send('Runtime.addBinding', { name: bindingName, executionContextName: worldName }),
      add(pageScript(secret)),
      add(worldScript(secret, setup), worldName),
      ...(preload ? [add(preloadScript(preload.source, preload.url), worldName)] : []),
    ])
  }

  /** Tells the page; nothing happens where no document is. What can't be cloned throws. */
  post(message: ToPage): void {
    const text = wire.stringify(message)
    if (this.context === undefined) return
    this.session
      .send('Runtime.callFunctionOn', {
        functionDeclaration: `function (text) { globalThis.${receiverName}?.(text) }`,
        executionContextId: this.context,
        arguments: [{ value: text }],
      })
      // The document may go while the message is under way.
      .catch(() => {})
  }

  /** A script in the preload world waits in `askMain` for an answer; every other pause is somebody's `debugger` and goes on. */
  private async onPaused({ callFrames: [frame] }: Protocol.Debugger.pausedPayload): Promise<void> {
    const { session } = this
    try {
      if (frame?.functionName !== askName || !this.scripts.has(frame.location.scriptId)) return
      const { callFrameId } = frame
      const evaluate = async (expression: string, returnByValue = true) =>
        (await session.send('Debugger.evaluateOnCallFrame', { callFrameId, expression, returnByValue })).result
      const kind = String((await evaluate('request.kind')).value)
      let answer: string
      if (kind === 'file') {
        const { objectId = '' } = await evaluate('request.file', false)
        answer = (await session.send('DOM.getFileInfo', { objectId })).path
      } else {
        const { channel, args } = wire.parse(String((await evaluate('request.message')).value)) as {
          channel: string
          args: unknown[]
        }
        answer = wire.stringify(this.listener.onSendSync(channel, args))
      }
      await evaluate(`answer = ${JSON.stringify(answer)}`)
    } catch (error) {
      console.error('Electron stand-in: a synchronous call failed:', error)
    } finally {
      session.send('Debugger.resume', {}).catch(() => {})
    }
  }
}
