import type {
  FileFilter,
  MessageBoxOptions,
  MessageBoxReturnValue,
  OpenDialogOptions,
  OpenDialogReturnValue,
  SaveDialogOptions,
  SaveDialogReturnValue,
} from 'electron'
import { hasDisplay } from './context.ts'
import { checkMessageBox, checkOpenDialog, checkSaveDialog } from './dialog-options.ts'
import { strictModule, UnsupportedError } from './unsupported.ts'
import { zenity } from './zenity.ts'

/** Electron's dialogs take a window first, or none. */
type Args<O> = [options?: O] | [window: object, options: O]
const optionsOf = <O extends object>(args: Args<O>): Partial<O> => {
  const [first, second] = args
  return second ?? first ?? {}
}

const anyCase = (extension: string) => (extension === '*' ? '*' : `*.${extension} *.${extension.toUpperCase()}`)
const filterArgs = (filters: FileFilter[] = []) =>
  filters.map(({ name, extensions }) => `--file-filter=${name} | ${extensions.map(anyCase).join(' ')}`)
const chooser = ({ title, defaultPath }: { title?: string; defaultPath?: string }) => [
  '--file-selection',
  ...(title ? [`--title=${title}`] : []),
  ...(defaultPath ? [`--filename=${defaultPath}`] : []),
]

/** Where nothing was chosen Electron answers with the button that says cancel or no, else the first. */
const cancelOf = ({ cancelId, buttons = [] }: Partial<MessageBoxOptions>): number =>
  cancelId ??
  Math.max(
    0,
    buttons.findIndex((label) => ['cancel', 'no'].includes(label.replaceAll('&', '').toLowerCase())),
  )

/** Electron's `dialog`, shown by GTK through zenity; tests put functions of their own in its place. */
export const dialog = strictModule('dialog', {
  async showOpenDialog(...args: Args<OpenDialogOptions>): Promise<OpenDialogReturnValue> {
    const options = optionsOf(args)
    checkOpenDialog(options)
    const properties = options.properties ?? []
    const { ok, output } = await zenity('dialog.showOpenDialog', [
      ...chooser(options),
      ...(properties.includes('multiSelections') ? ['--multiple', '--separator=\n'] : []),
      ...(properties.includes('openDirectory') ? ['--directory'] : []),
      ...filterArgs(options.filters),
    ])
    return ok && output !== '' ? { canceled: false, filePaths: output.split('\n') } : { canceled: true, filePaths: [] }
  },

  async showSaveDialog(...args: Args<SaveDialogOptions>): Promise<SaveDialogReturnValue> {
    const options = optionsOf(args)
    checkSaveDialog(options)
    const overwrite = ['--save', '--confirm-overwrite']
    const { ok, output } = await zenity('dialog.showSaveDialog', [
      ...chooser(options),
      ...overwrite,
      ...filterArgs(options.filters),
    ])
    return { canceled: !ok || output === '', filePath: ok ? output : '' }
  },

  /** All buttons are zenity's extra ones, which say which of them was pressed. It can't show a default button or an icon. */
  async showMessageBox(...args: Args<MessageBoxOptions>): Promise<MessageBoxReturnValue> {
    const options = optionsOf(args)
    checkMessageBox(options)
    const { message = '', detail, title, signal } = options
    if (options.checkboxLabel) throw new UnsupportedError('dialog.showMessageBox({ checkboxLabel })')
    const buttons = options.buttons?.length ? options.buttons : ['OK']
    const { output } = await zenity(
      'dialog.showMessageBox',
      [
        '--question',
        '--switch',
        '--no-markup',
        '--width=420',
        ...(title ? [`--title=${title}`] : []),
        `--text=${detail ? `${message}\n\n${detail}` : message}`,
        ...buttons.map((label) => `--extra-button=${label}`),
      ],
      signal,
    )
    const pressed = output === '' ? -1 : buttons.indexOf(output)
    return { response: pressed < 0 ? cancelOf({ ...options, buttons }) : pressed, checkboxChecked: false }
  },

  /** Before the app is ready, Electron on Linux writes it to stderr; here it always does, and shows it where there is a display. */
  showErrorBox(title: string, content: string): void {
    for (const [index, text] of [title, content].entries())
      if (typeof text !== 'string')
        throw new TypeError(`Error processing argument at index ${index}, conversion failure from ${String(text)}`)
    console.error(`${title}\n${content}`)
    if (!hasDisplay) return
    zenity('dialog.showErrorBox', ['--error', '--no-markup', `--title=${title}`, `--text=${content}`]).catch((error: unknown) =>
      console.error(error),
    )
  },
})
