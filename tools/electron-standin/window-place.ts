import type { Rectangle } from 'electron'
import { browser } from './browser.ts'
import type { Protocol } from './cdp.ts'
import { headless } from './context.ts'

type State = NonNullable<Protocol.Browser.Bounds['windowState']>

/** Where a window is and how large, in Chromium and as the app last knew it: CDP answers later than Electron's getters may. */
export class WindowPlace {
  bounds: Rectangle
  /** The bounds to return to from maximised. */
  normal: Rectangle
  state: State = 'normal'
  /** What the app was last told of by `resize` and `move`. */
  private reported: Rectangle
  private readonly targetId: Promise<string>
  private readonly emit: (event: string) => void
  private queue: Promise<unknown>

  constructor(
    targetId: Promise<string>,
    initial: { width: number; height: number; x?: number; y?: number },
    emit: (event: string) => void,
  ) {
    this.targetId = targetId
    this.emit = emit
    this.bounds = { x: initial.x ?? 0, y: initial.y ?? 0, width: initial.width, height: initial.height }
    this.normal = this.bounds
    this.reported = this.bounds
    const { width, height, x: left, y: top } = initial
    this.queue = this.send({ width, height, ...(left !== undefined && { left }), ...(top !== undefined && { top }) })
  }

  set(bounds: Partial<Rectangle>): void {
    this.normal = { ...this.normal, ...bounds }
    this.bounds = this.normal
    const { x: left, y: top, width, height } = this.normal
    this.enqueue(async () => {
      if (this.state !== 'normal') await this.send({ windowState: 'normal' })
      await this.send({ left, top, width, height })
      await this.refresh()
    })
  }

  /** Headless windows have no desktop to be minimised or maximised on: there the state is only remembered. */
  change(state: State, event: string): void {
    if (this.state === state) return
    this.state = state
    this.enqueue(async () => {
      // From one state to another the way is over `normal`.
      if (!headless && state !== 'normal') await this.send({ windowState: 'normal' })
      if (!headless) await this.send({ windowState: state })
      this.emit(event)
      await this.refresh()
    })
  }

  /** The person, or the window manager, has moved or sized the window. */
  async refresh(): Promise<void> {
    const { cdp } = browser.current
    const { bounds } = await cdp.send('Browser.getWindowForTarget', { targetId: await this.targetId })
    const { left = 0, top = 0, width = 0, height = 0, windowState = 'normal' } = bounds
    const before = this.reported
    this.bounds = { x: left, y: top, width, height }
    this.reported = this.bounds
    if (!headless) this.state = windowState
    if (this.state === 'normal') this.normal = this.bounds
    if (before.width !== width || before.height !== height) this.emit('resize')
    if (before.x !== left || before.y !== top) this.emit('move')
  }

  private enqueue(step: () => Promise<void>): void {
    this.queue = this.queue.then(step).catch(() => {})
  }

  private async send(bounds: Protocol.Browser.Bounds): Promise<void> {
    const { cdp } = browser.current
    const { windowId } = await cdp.send('Browser.getWindowForTarget', { targetId: await this.targetId })
    await cdp.send('Browser.setWindowBounds', { windowId, bounds })
  }
}
