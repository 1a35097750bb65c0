import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { MessageBoxOptions, OpenDialogOptions } from 'electron'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { cleanUp, startFixture, temporary, type Fixture } from './fixture.ts'

let fixture: Fixture
let bin: string

/** Puts a program in the desktop's place that keeps its arguments, and does what the script says. */
const program = (name: string, script: string) => {
  const file = path.join(bin, name)
  rmSync(path.join(bin, `${name}.args`), { force: true })
  writeFileSync(file, `#!/bin/sh\nprintf '%s\\0' "$@" > "$0.args.new"\nmv "$0.args.new" "$0.args"\n${script}\n`)
  chmodSync(file, 0o755)
}
const argsOf = (name: string): string[] => {
  const file = path.join(bin, `${name}.args`)
  return existsSync(file) ? readFileSync(file, 'utf8').split('\0').slice(0, -1) : []
}

beforeAll(async () => {
  bin = path.join(temporary(), 'bin')
  mkdirSync(bin)
  const env = { PATH: `${bin}:${process.env.PATH}`, DISPLAY: ':0', BALIE_STANDIN_HEADLESS: '1' }
  fixture = await startFixture({ env })
})
afterAll(cleanUp)

describe('a dialog', () => {
  const open = (options: OpenDialogOptions) => fixture.app.evaluate(({ dialog }, given) => dialog.showOpenDialog(given), options)
  const ask = (options: MessageBoxOptions) =>
    fixture.app.evaluate(
      ({ dialog, BrowserWindow }, given) =>
        dialog.showMessageBox(BrowserWindow.getAllWindows()[0] as Electron.BrowserWindow, given),
      options,
    )

  test('for files asks GTK’s chooser, with its filters', async () => {
    program('zenity', 'printf "/a/één.pdf\\n/b/two three.pdf\\n"')
    const answer = await open({
      title: 'Kies',
      defaultPath: '/home/x/',
      properties: ['openFile', 'multiSelections'],
      filters: [{ name: 'Bewijs', extensions: ['pdf', 'docx'] }],
    })
    expect(answer).toEqual({ canceled: false, filePaths: ['/a/één.pdf', '/b/two three.pdf'] })
    expect(argsOf('zenity')).toEqual([
      '--file-selection',
      '--title=Kies',
      '--filename=/home/x/',
      '--multiple',
      '--separator=\n',
      '--file-filter=Bewijs | *.pdf *.PDF *.docx *.DOCX',
    ])
  })

  test('that is cancelled says so', async () => {
    program('zenity', 'exit 1')
    expect(await open({ properties: ['openDirectory'] })).toEqual({ canceled: true, filePaths: [] })
    expect(argsOf('zenity')).toContain('--directory')
    expect(await fixture.app.evaluate(({ dialog }) => dialog.showSaveDialog({}))).toEqual({ canceled: true, filePath: '' })
    expect(await ask({ message: 'Really?', buttons: ['Yes', 'No'] })).toMatchObject({ response: 1 })
    expect(await ask({ message: 'Really?', buttons: ['A', 'B', 'C'], cancelId: 2 })).toMatchObject({ response: 2 })
    expect(await ask({ message: 'Really?', buttons: ['A', 'B'] })).toMatchObject({ response: 0 })
  })

  test('to save asks before it overwrites', async () => {
    program('zenity', 'echo /x/result.csv')
    const answer = await fixture.app.evaluate(({ dialog }) => dialog.showSaveDialog({ defaultPath: 'result.csv' }))
    expect(answer).toEqual({ canceled: false, filePath: '/x/result.csv' })
    expect(argsOf('zenity')).toContain('--confirm-overwrite')
  })

  test.each(['Verzenden', 'Bewaren', 'Annuleren'])('of many buttons tells that %s was pressed', async (label) => {
    program('zenity', `echo ${label}; exit 1`)
    const buttons = ['Verzenden', 'Bewaren', 'Annuleren']
    const answer = await ask({ message: 'Nog 2 < 3 & meer', detail: 'Later?', buttons, defaultId: 1, cancelId: 2 })
    expect(answer).toEqual({ response: buttons.indexOf(label), checkboxChecked: false })
    expect(argsOf('zenity')).toEqual(
      expect.arrayContaining([
        '--switch',
        '--no-markup',
        '--text=Nog 2 < 3 & meer\n\nLater?',
        ...buttons.map((button) => `--extra-button=${button}`),
      ]),
    )
  })

  test('can be replaced by a test', async () => {
    program('zenity', 'exit 1')
    await fixture.app.evaluate(({ dialog }) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: ['/chosen/by/test.pdf'] })
    })
    expect(await open({})).toEqual({ canceled: false, filePaths: ['/chosen/by/test.pdf'] })
    expect(argsOf('zenity')).toEqual([])
  })

  test('says what it can’t show', async () => {
    const refusal = fixture.app.evaluate(({ dialog }) => dialog.showMessageBox({ message: '', checkboxLabel: 'Never again' }))
    await expect(refusal).rejects.toThrow('Electron stand-in: dialog.showMessageBox({ checkboxLabel }) is not supported')
  })
})

describe('the shell', () => {
  test('opens addresses and files with the desktop’s program, and tells its failure', async () => {
    program('xdg-open', 'exit 0')
    await fixture.app.evaluate(({ shell }) => shell.openExternal('https://example.com/a b'))
    expect(argsOf('xdg-open')).toEqual(['https://example.com/a%20b'])
    expect(await fixture.app.evaluate(({ shell }) => shell.openPath('/some/folder'))).toBe('')
    expect(argsOf('xdg-open')).toEqual(['/some/folder'])
    program('xdg-open', 'exit 3')
    expect(await fixture.app.evaluate(({ shell }) => shell.openPath('/none'))).toContain('xdg-open ended with 3')
    await expect(fixture.app.evaluate(({ shell }) => shell.openExternal('https://x/'))).rejects.toThrow('xdg-open ended with 3')
  })
})

describe('with no display', () => {
  test('dialogs, and programs of the desktop, throw', async () => {
    const { app } = await startFixture({ env: { DISPLAY: undefined, WAYLAND_DISPLAY: undefined } })
    const failure = (name: 'dialog' | 'shell') =>
      app.evaluate(
        ({ dialog, shell }, which) =>
          (which === 'dialog' ? dialog.showOpenDialog({}) : shell.openExternal('https://example.com/')).then(
            () => 'worked',
            (error: unknown) => (error as Error).message,
          ),
        name,
      )
    expect(await failure('dialog')).toBe('Electron stand-in: dialog.showOpenDialog without a display is not supported')
    expect(await failure('shell')).toBe('Electron stand-in: shell.openExternal without a display is not supported')
  })
})
