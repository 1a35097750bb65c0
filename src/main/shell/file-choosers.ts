import { dialog, type BrowserWindow } from 'electron'
import path from 'node:path'
import { attachmentFormats, otherExtensions } from '#shared/domain/attachment.ts'
import { backupExtension } from '../features/backup/index.ts'
import { safeFileName } from '../storage/safe-file-name.ts'
import type { Say } from '../text/say.ts'
import type { OneDialog } from './one-dialog.ts'

/** What a table of rows may come as. */
const tableExtensions = ['csv', 'xlsx', 'txt', 'tsv'] as const

/** What goes as a page of a PDF. */
const putIntoPdf = ['webp', 'avif', 'gif', 'bmp', 'tif', 'tiff', 'eml', 'msg', 'txt'] as const

/** Where each kind of file was chosen last, after a restart as well: the next chooser opens there. */
export interface LastFolders {
  get(kind: string): string | undefined
  set(kind: string, folder: string): void
}

export interface FileChoosersDeps {
  window(): BrowserWindow | null
  say(): Say
  platform: NodeJS.Platform
  lastFolders: LastFolders
  unlessBusy: OneDialog['unlessBusy']
}

/** The system's choosers of files and folders. Null, or none, where the person thought better of it. */
export function fileChoosers({ window, say, platform, lastFolders, unlessBusy }: FileChoosersDeps) {
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
  }
}
