import type { IpcMainEvent } from 'electron'
import { accelerators } from './accelerators.ts'
import type { Frame } from './frame.ts'
import type { FromPage, OpenRequest } from './in-page/messages.ts'
import { answerInvoke, deliver, invokeError } from './ipc-main.ts'
import { nativeTheme } from './native-theme.ts'
import type { PageLink } from './page-link.ts'

/** Of a window's contents, what its page speaks to. */
export interface Hearing {
  readonly mainFrame: Frame
  readonly processId: number
  send(channel: string, ...args: unknown[]): void
  emit(event: string, ...args: unknown[]): boolean
  requestWindow(request: OpenRequest): void
  askPermission(name: string): Promise<void>
  close(): void
  followTitle(title: string): void
  followFocus(focused: boolean): void
}

/** What a listener of `ipcMain` gets beside the arguments. */
function ipcEvent(contents: Hearing) {
  const { mainFrame, processId } = contents
  const event = { type: 'frame', sender: contents, senderFrame: mainFrame, frameId: 1, processId, ports: [] }
  const reply = (channel: string, ...args: unknown[]) => contents.send(channel, ...args)
  return Object.assign(event, { reply, returnValue: undefined }) as unknown as IpcMainEvent
}

/** A page stands still until this has answered. */
export function answerSendSync(contents: Hearing, channel: string, args: unknown[]): unknown {
  const event = ipcEvent(contents)
  deliver(event, channel, args)
  return event.returnValue as unknown
}

type Invoke = Extract<FromPage, { type: 'invoke' }>

async function onInvoke(contents: Hearing, link: PageLink | undefined, { id, channel, args }: Invoke): Promise<void> {
  const fail = (error: unknown) => link?.post({ type: 'failure', id, message: (error as Error).message })
  try {
    const value = await answerInvoke(ipcEvent(contents), channel, args)
    try {
      link?.post({ type: 'reply', id, value })
    } catch (error) {
      fail(invokeError(channel, error))
    }
  } catch (error) {
    fail(error)
  }
}

/** What a page says: to `ipcMain`, to the menu, or as an event of its contents. */
export function hearPage(contents: Hearing, link: PageLink | undefined, message: FromPage): void {
  if (message.type === 'send') deliver(ipcEvent(contents), message.channel, message.args)
  else if (message.type === 'invoke') void onInvoke(contents, link, message)
  else if (message.type === 'open') contents.requestWindow(message.request)
  else if (message.type === 'permission')
    void contents.askPermission(message.name).finally(() => link?.post({ type: 'permission', id: message.id }))
  else if (message.type === 'menu') accelerators.emit('pressed', message.id, contents)
  else if (message.type === 'system-dark') nativeTheme.reportSystem(message.dark)
  else if (message.type === 'close') contents.close()
  else if (message.type === 'context-menu') contents.emit('context-menu', {}, message.params)
  else if (message.type === 'resized') contents.emit('resized-page')
  else if (message.type === 'title') contents.followTitle(message.title)
  else contents.followFocus(message.focused)
}
