import type { PreferenceFile } from '../storage/preferences.ts'

type Kind = Parameters<PreferenceFile['lastFolder']>[0]

/** The folder each chooser was left at, over a restart as well; before preferences are read there is none. */
export const lastFolders = (
  preferences: () => Pick<PreferenceFile, 'lastFolder' | 'setLastFolder'> | null,
  log: (message: string, error: unknown) => void,
) => ({
  get: (kind: Kind) => preferences()?.lastFolder(kind),
  set(kind: Kind, chosen: string): void {
    try {
      preferences()?.setLastFolder(kind, chosen)
    } catch (error) {
      // The file was chosen all the same.
      log('The last folder could not be kept', error)
    }
  },
})
