import type { Preferences } from '#shared/domain/preferences.ts'

type Theme = Preferences['theme']

/** The page's canvas in both themes, as `tokens.css` has it: a window shows it before its page has painted. */
const canvas = { light: '#f5f6f8', dark: '#14171c' } as const

export const canvasOf = (isDark: boolean): string => canvas[isDark ? 'dark' : 'light']

/** Electron's theme; tests play it. */
export interface SystemTheme {
  themeSource: Theme
  readonly shouldUseDarkColors: boolean
  on(event: 'updated', listener: () => void): unknown
}

/** The frame, the dialogs and what shows before the page follow the chosen theme, as the page does. */
export function followTheme(theme: SystemTheme, paint: (color: string) => void): (chosen: Theme) => void {
  theme.on('updated', () => paint(canvasOf(theme.shouldUseDarkColors)))
  return (chosen) => {
    if (theme.themeSource !== chosen) theme.themeSource = chosen
  }
}
