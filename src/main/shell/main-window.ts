import { Menu, nativeTheme, screen, type BrowserWindow } from 'electron'
import path from 'node:path'
import type { Language } from '#shared/languages/index.ts'
import type { PreferenceFile } from '../storage/preferences.ts'
import type { Say } from '../text/say.ts'
import { openWindow } from '../window.ts'
import { canvasOf } from './appearance.ts'
import { contextItems } from './context-menu.ts'
import { placeInView } from './window-in-view.ts'

interface MainWindowDeps {
  /** The folder of main's bundle. */
  here: string
  devUrl: string | null
  /** Where a person left it. */
  place: ReturnType<PreferenceFile['windowPlace']>
  language: Language
  say(): Say
}

/** Opens the one window, where it was and within what screens there are now. */
export const mainWindow = ({ here, devUrl, place, language, say }: MainWindowDeps): BrowserWindow =>
  openWindow({
    preload: path.join(here, '../preload/index.cjs'),
    devUrl,
    place: placeInView(
      place ?? { width: 1280, height: 820, maximized: false },
      screen.getAllDisplays().map(({ workArea }) => workArea),
    ),
    title: 'Balie',
    language,
    background: canvasOf(nativeTheme.shouldUseDarkColors),
    contextMenu: (clicked) => Menu.buildFromTemplate(contextItems(clicked, say())),
  })
