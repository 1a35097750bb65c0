import { vendorName, type Vendor } from '#shared/domain/kinds.ts'
import { dialog, type BrowserWindow } from 'electron'
import path from 'node:path'
import { oneDialog } from './shell/one-dialog.ts'
import { nativeValue } from './text/native-value.ts'
import { safeFileName } from './storage/safe-file-name.ts'
import { attachmentFormats, otherExtensions } from '#shared/domain/attachment.ts'
import { backupExtension } from './features/backup/index.ts'
import type { Say } from './text/say.ts'

/** What a table of rows may come as. */
const tableExtensions = ['csv', 'xlsx', 'txt', 'tsv'] as const

/** SECURITY: a longer name would push the host it is asked about out of sight. */
const longestName = 60

/** What goes as a page of a PDF. */
const putIntoPdf = ['webp', 'avif', 'gif', 'bmp', 'tif', 'tiff', 'eml', 'msg', 'txt'] as const

/** Where each kind of file was chosen last, after a restart as well: the next chooser opens there. */
export interface LastFolders {
  get(kind: string): string | undefined
  set(kind: string, folder: string): void
}

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
  /** macOS shows no title on its choosers, so the question stands inside. */
  const titled = (title: string) => ({ title, ...(platform === 'darwin' ? { message: title } : {}) })
  const chooseAll = async (kind: string, { title = '', ...rest }: Electron.OpenDialogOptions): Promise<string[]> => {
    const parent = window()
    const defaultPath = lastFolders.get(kind)
    const options = { ...titled(title), ...rest, ...(defaultPath === undefined ? {} : { defaultPath }) }
    const { canceled, filePaths } = await unlessBusy(
      () => (parent ? dialog.showOpenDialog(parent, options) : dialog.showOpenDialog(options)),
      { canceled: true, filePaths: [] },
    )
    const [first] = canceled ? [] : filePaths
    if (first === undefined) return []
    lastFolders.set(kind, path.dirname(first))
    return filePaths
  }
  const choose = async (kind: string, options: Electron.OpenDialogOptions): Promise<string | null> =>
    (await chooseAll(kind, options))[0] ?? null
  return {
    /** Answers with the number of the button. */
    ask,
    /** Any file may be chosen: one that cannot go is told what to do, and one that cannot be chosen is not. */
    chooseEvidence(): Promise<string[]> {
      const t = say()
      return chooseAll('file', {
        title: t('file.title'),
        properties: ['openFile', 'multiSelections'],
        filters: [
          { name: t('file.filter'), extensions: [...attachmentFormats, ...Object.keys(otherExtensions), ...putIntoPdf] },
          { name: t('file.any'), extensions: ['*'] },
        ],
      })
    },
    /** One file of these endings. */
    chooseFile(extensions: readonly string[]): Promise<string | null> {
      const t = say()
      return choose('file', {
        title: t('file.title'),
        properties: ['openFile'],
        filters: [{ name: extensions.map((one) => `.${one}`).join(', '), extensions: [...extensions] }],
      })
    },
    chooseTable(): Promise<string | null> {
      const t = say()
      return choose('table', {
        title: t('table.title'),
        properties: ['openFile'],
        filters: [{ name: t('table.filter'), extensions: [...tableExtensions] }],
      })
    },
    /** Where the files of a table of disputes are. */
    chooseFiles(from: 'folder' | 'zip'): Promise<string | null> {
      const t = say()
      return choose(
        'row-files',
        from === 'folder'
          ? { title: t('rowFiles.folder'), properties: ['openDirectory'] }
          : { title: t('rowFiles.zip'), properties: ['openFile'], filters: [{ name: 'ZIP', extensions: ['zip'] }] },
      )
    },
    chooseBackup(): Promise<string | null> {
      const t = say()
      const filters = [
        { name: t('backup.filter'), extensions: [backupExtension] },
        // A stick or a mail program may have given it another ending.
        { name: t('backup.filter.all'), extensions: ['*'] },
      ]
      return choose('backup', { title: t('backup.choose'), properties: ['openFile'], filters })
    },
    /** Where a folder of files goes that Balie makes. */
    chooseFolder(): Promise<string | null> {
      return choose('save', { title: say()('save.folderTitle'), properties: ['openDirectory', 'createDirectory'] })
    },
    /** Where a file of this name goes; the system asks before one is replaced. */
    async chooseSave(wanted: string): Promise<string | null> {
      const name = safeFileName(wanted)
      const extension = name.slice(name.lastIndexOf('.') + 1)
      const options: Electron.SaveDialogOptions = {
        ...titled(say()('save.title')),
        defaultPath: path.join(lastFolders.get('save') ?? '', name),
        filters: [{ name: extension.toUpperCase(), extensions: [extension] }],
        properties: ['showOverwriteConfirmation'],
      }
      const parent = window()
      const { canceled, filePath } = await unlessBusy(
        () => (parent ? dialog.showSaveDialog(parent, options) : dialog.showSaveDialog(options)),
        { canceled: true, filePath: '' },
      )
      if (canceled || filePath === '') return null
      lastFolders.set('save', path.dirname(filePath))
      return filePath
    },
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
