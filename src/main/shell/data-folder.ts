import type { App } from 'electron'
import { dataFolderOf } from '../storage/folders.ts'

/** Where the data is, and where Electron would keep it by itself; a person who names a folder gets that one. */
export function chosenDataFolder(app: Pick<App, 'getPath' | 'setPath' | 'isPackaged' | 'commandLine'>) {
  const givenFolder = app.getPath('userData')
  if (!app.commandLine.hasSwitch('user-data-dir')) {
    app.setPath(
      'userData',
      dataFolderOf({ platform: process.platform, env: process.env, isPackaged: app.isPackaged, given: givenFolder }),
    )
  }
  return { folder: app.getPath('userData'), givenFolder }
}
