import { useLayoutEffect } from 'react'
import type { Preferences } from '#shared/domain/preferences.ts'

/** Puts theme and text size on the page; every size is in rem, so one figure scales all of it. */
export function useAppearance({ theme, textSize }: Pick<Preferences, 'theme' | 'textSize'>): void {
  useLayoutEffect(() => {
    const page = document.documentElement
    if (theme === 'system') delete page.dataset['theme']
    else page.dataset['theme'] = theme
  }, [theme])
  useLayoutEffect(() => {
    document.documentElement.style.fontSize = `${textSize}%`
  }, [textSize])
}
