import { strictEmitter } from './unsupported.ts'

type ThemeSource = 'system' | 'light' | 'dark'

/** Electron's `nativeTheme`: pages take the theme over through Chromium's media emulation, and report the system's. */
export class NativeTheme extends strictEmitter('nativeTheme') {
  private source: ThemeSource = 'system'
  private systemDark = false

  get themeSource(): ThemeSource {
    return this.source
  }

  set themeSource(source: ThemeSource) {
    if (!['system', 'light', 'dark'].includes(source))
      throw new TypeError(`Error processing argument: ${source} is no theme source`)
    this.source = source
    this.emit('updated')
  }

  get shouldUseDarkColors(): boolean {
    return this.source === 'system' ? this.systemDark : this.source === 'dark'
  }

  /** Not Electron's: a page saw the system change. What it sees of a theme that the app has set is no news. */
  reportSystem(dark: boolean): void {
    if (this.source !== 'system' || this.systemDark === dark) return
    this.systemDark = dark
    this.emit('updated')
  }
}

/** The app's theme. */
export const nativeTheme = new NativeTheme().setMaxListeners(0)

/** The theme as Chromium's media feature; an empty value follows the system. */
export const themeFeature = () => ({
  name: 'prefers-color-scheme',
  value: nativeTheme.themeSource === 'system' ? '' : nativeTheme.themeSource,
})
