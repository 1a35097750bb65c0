import { vendorName, type Vendor } from '#shared/domain/kinds.ts'
import { dialog, type BrowserWindow } from 'electron'
import { fileChoosers, type LastFolders } from './shell/file-choosers.ts'
import { oneDialog } from './shell/one-dialog.ts'
import { nativeValue } from './text/native-value.ts'
import type { Say } from './text/say.ts'

/** SECURITY: a longer name would push the host it is asked about out of sight. */
const longestName = 60

/** The native dialogs. They are main's: a page that was taken over can neither show nor answer them. */
export function nativeDialogs(
  window: () => BrowserWindow | null,
  say: () => Say,
  platform: NodeJS.Platform,
  lastFolders: LastFolders,
) {
  const { inTurn, unlessBusy } = oneDialog()
  const show = async (options: Electron.MessageBoxOptions): Promise<number> => {
    const parent = window()
    const { response } = await (parent ? dialog.showMessageBox(parent, options) : dialog.showMessageBox(options))
    return response
  }
  const ask = (options: Electron.MessageBoxOptions): Promise<number> => {
    const { signal, cancelId = 0 } = options
    return inTurn(() => show(options), signal && { signal, answer: cancelId })
  }
  return {
    /** Answers with the number of the button. */
    ask,
    ...fileChoosers({ window, say, platform, lastFolders, unlessBusy }),
    /** SECURITY: a key and customers' data go to a host that is not the vendor's only on a person's word, given here. */
    async confirmHost({ host, accountName, kind }: { host: string; accountName: string; kind: Vendor }): Promise<boolean> {
      const t = say()
      const vendor = vendorName(kind)
      const question: Electron.MessageBoxOptions = {
        type: 'warning',
        message: t('host.message', { account: nativeValue(accountName, longestName), host }),
        detail: t('host.detail', { vendor }),
        buttons: [t('host.confirm'), t('dialog.cancel')],
        defaultId: 1,
        cancelId: 1,
        noLink: true,
      }
      return (await unlessBusy(() => show(question), question.cancelId)) === 0
    },
    /** Asked when what is typed could not be stored: on a full disk the screen is the only place that still has it. */
    async unsaved(): Promise<'stay' | 'leave'> {
      const t = say()
      const response = await ask({
        type: 'warning',
        message: t('unsaved.message'),
        detail: t('unsaved.detail'),
        buttons: [t('unsaved.stay'), t('unsaved.leave')],
        defaultId: 0,
        cancelId: 0,
        noLink: true,
      })
      return response === 1 ? 'leave' : 'stay'
    },
    /** Asked when the app is left with items that have not been sent. */
    async unsent(count: number, attempt: 'first' | 'again'): Promise<'send' | 'keep' | 'cancel'> {
      const t = say()
      const response = await ask({
        type: 'question',
        message: t(attempt === 'first' ? 'quit.message' : 'quit.stillWaiting', { count }),
        detail: t('quit.detail'),
        buttons: [t('quit.send'), t('quit.keep'), t('dialog.cancel')],
        defaultId: 1,
        cancelId: 2,
        noLink: true,
      })
      return (['send', 'keep', 'cancel'] as const)[response] ?? 'cancel'
    },
    /** Asked when the app is left while rows of a bulk run still have to leave. */
    async runUnderWay(rows: number): Promise<'leave' | 'stay'> {
      const t = say()
      const response = await ask({
        type: 'question',
        message: t('quit.run', { count: rows }),
        detail: t('quit.runDetail'),
        buttons: [t('quit.runLeave'), t('quit.runStay')],
        defaultId: 1,
        cancelId: 1,
        noLink: true,
      })
      return response === 0 ? 'leave' : 'stay'
    },
    /** Asked when nobody can tell what has been sent or stored, as with a ledger that fails. */
    async uncertain(reason: string): Promise<'stay' | 'leave'> {
      const t = say()
      const response = await ask({
        type: 'warning',
        message: t('leave.uncertain'),
        detail: t('leave.uncertainDetail', { reason }),
        buttons: [t('unsaved.stay'), t('unsaved.leave')],
        defaultId: 0,
        cancelId: 0,
        noLink: true,
      })
      return response === 1 ? 'leave' : 'stay'
    },
    /** Asked when what is under way takes long; goes away by itself once it is done. */
    async stillUnderWay(done: AbortSignal): Promise<'wait' | 'leave'> {
      const t = say()
      const response = await ask({
        type: 'question',
        message: t('leave.underWay'),
        detail: t('leave.underWayDetail'),
        buttons: [t('leave.wait'), t('unsaved.leave')],
        defaultId: 0,
        cancelId: 0,
        noLink: true,
        signal: done,
      })
      return response === 1 ? 'leave' : 'wait'
    },
    /** Said when the app ends without having finished: at the next start it looks for itself. */
    async endedUncleanly(reason: string): Promise<void> {
      const t = say()
      await ask({
        type: 'warning',
        message: t('leave.unclean'),
        detail: t('leave.uncleanDetail', { reason }),
        buttons: [t('leave.close')],
        noLink: true,
      })
    },
    /** Asked when the page fails again and again. */
    async pageKeepsCrashing(): Promise<'reload' | 'quit'> {
      const t = say()
      const response = await ask({
        type: 'warning',
        message: t('page.crashing'),
        detail: t('page.crashingDetail'),
        buttons: [t('page.reload'), t('leave.close')],
        defaultId: 0,
        cancelId: 1,
        noLink: true,
      })
      return response === 0 ? 'reload' : 'quit'
    },
    /** Asked when the page no longer answers; goes away by itself once it does. */
    async pageHangs(over: AbortSignal): Promise<'wait' | 'reload'> {
      const t = say()
      const response = await ask({
        type: 'warning',
        message: t('page.hangs'),
        detail: t('page.hangsDetail'),
        buttons: [t('leave.wait'), t('page.reload')],
        defaultId: 0,
        cancelId: 0,
        noLink: true,
        signal: over,
      })
      return response === 1 ? 'reload' : 'wait'
    },
    errorBox: (title: string, content: string): void => dialog.showErrorBox(title, content),
  }
}
export type NativeDialogs = ReturnType<typeof nativeDialogs>
