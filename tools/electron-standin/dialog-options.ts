import type { MessageBoxOptions, OpenDialogOptions, SaveDialogOptions } from 'electron'

/** Electron's own checks of what its dialogs are given, with its own words (`lib/browser/api/dialog.ts`). */
type Given<O> = { readonly [K in keyof O]?: unknown }

const wants = (holds: boolean, message: string): void => {
  if (!holds) throw new TypeError(message)
}
const isText = (value: unknown) => value === undefined || typeof value === 'string'

/** What both choosers ask of their texts. */
function checkTexts({ title, buttonLabel, defaultPath, message }: Given<SaveDialogOptions>): void {
  wants(isText(title), 'Title must be a string')
  wants(isText(buttonLabel), 'Button label must be a string')
  wants(isText(defaultPath), 'Default path must be a string')
  wants(isText(message), 'Message must be a string')
}

export function checkOpenDialog(options: Given<OpenDialogOptions>): void {
  wants(options.properties === undefined || Array.isArray(options.properties), 'Properties must be an array')
  checkTexts(options)
}

export function checkSaveDialog(options: Given<SaveDialogOptions>): void {
  checkTexts(options)
  wants(isText(options.nameFieldLabel), 'Name field label must be a string')
}

const types: ReadonlySet<unknown> = new Set([undefined, 'none', 'info', 'warning', 'error', 'question'])

export function checkMessageBox(options: Given<MessageBoxOptions>): void {
  const { type, buttons, title, noLink, message, detail, checkboxLabel, checkboxChecked } = options
  wants(types.has(type), 'Invalid message box type')
  wants(buttons === undefined || Array.isArray(buttons), 'Buttons must be an array')
  wants(isText(title), 'Title must be a string')
  wants(noLink === undefined || typeof noLink === 'boolean', 'noLink must be a boolean')
  wants(isText(message), 'Message must be a string')
  wants(isText(detail), 'Detail must be a string')
  wants(isText(checkboxLabel), 'checkboxLabel must be a string')
  if (checkboxChecked && !checkboxLabel) throw new Error('checkboxChecked requires that checkboxLabel also be passed')
}
