import type { ElectronApplication } from '@playwright/test'

/** What a test left in the main process to be read back. */
type Asked = { asked?: string[] }

/** The native chooser answers with this file, as if the person chose it; null is a person who chose nothing. */
export async function willChoose(app: ElectronApplication, file: string | null): Promise<void> {
  await app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: chosen === null, filePaths: chosen === null ? [] : [chosen] })
  }, file)
}

/** The native dialog for where a file goes answers with this path; null is a person who thought better of it. */
export async function willSave(app: ElectronApplication, file: string | null): Promise<void> {
  await app.evaluate(({ dialog }, chosen) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: chosen === null, filePath: chosen ?? '' })
  }, file)
}

/** Native questions get the button with this number, and are kept for `questionsAsked`. */
export async function willAnswer(app: ElectronApplication, button: number): Promise<void> {
  await app.evaluate(({ dialog }, response) => {
    const asked = ((globalThis as Asked).asked ??= [])
    dialog.showMessageBox = (...args: unknown[]) => {
      const { message, detail, buttons } = args.at(-1) as Electron.MessageBoxOptions
      asked.push([message, detail, ...(buttons ?? [])].join('\n'))
      return Promise.resolve({ response, checkboxChecked: false })
    }
  }, button)
}

/** Every native question so far: message, detail and buttons, a line each. */
export const questionsAsked = (app: ElectronApplication): Promise<string[]> =>
  app.evaluate(() => (globalThis as Asked).asked ?? [])

/**
 * From now on time passes a hundred times as fast in the main process, but for the time of day: a test of what happens
 * after a minute need not sit it out.
 */
export async function hurryTime(app: ElectronApplication): Promise<void> {
  await app.evaluate(() => {
    const realTimeout = globalThis.setTimeout
    const realNow = performance.now.bind(performance)
    const start = realNow()
    performance.now = () => start + (realNow() - start) * 100
    const timeout = (call: () => void, ms = 0, ...rest: unknown[]) => realTimeout(call, ms / 100, ...rest)
    globalThis.setTimeout = Object.assign(timeout, realTimeout) as typeof setTimeout
  })
}

/** What a person does in the native menu: a click on the item with this label. */
export async function chooseFromMenu(app: ElectronApplication, label: string): Promise<void> {
  await app.evaluate(({ Menu }, wanted) => {
    const items = (menu: Electron.Menu | null | undefined): Electron.MenuItem[] =>
      (menu?.items ?? []).flatMap((item) => [item, ...items(item.submenu)])
    const item = items(Menu.getApplicationMenu()).find((candidate) => candidate.label.replaceAll('&', '') === wanted)
    if (!item) throw new Error(`The menu has no ${wanted}`)
    item.click()
  }, label)
}

/** A person's click on the window's cross. */
export const closeWindow = (app: ElectronApplication): Promise<void> =>
  app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())
