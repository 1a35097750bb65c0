import { createContext, use, useCallback, useEffect, useMemo, useReducer, useRef, type ReactNode } from 'react'
import { kindNames, kinds, type KindScreen } from '#shared/domain/kinds.ts'
import type { MessageId } from '#shared/languages/index.ts'

const ownScreens = ['bulk', 'outbox', 'history', 'overview', 'settings', 'help'] as const
export type Screen = KindScreen | (typeof ownScreens)[number]
/** In the order of the navigation, which is that of their keys: first those where a kind of item is worked on. */
export const screens: readonly [KindScreen, ...Screen[]] = [
  kinds[kindNames[0]].screen,
  ...kindNames.slice(1).map((kind) => kinds[kind].screen),
  ...ownScreens,
]

/** What a screen is called. */
export function titleOfScreen(screen: Screen): MessageId {
  const own = ownScreens.find((name) => name === screen)
  return own ? `shell.nav.${own}` : `${screen as KindScreen}.title`
}

/** In the order of their tabs. */
export const settingsSections = ['accounts', 'templates', 'preferences', 'safety', 'privacy', 'team', 'about'] as const
export type SettingsSection = (typeof settingsSections)[number]

/** Where the person is. `id` is the draft or item (a kind's screen), the run (bulk), the item (outbox, history), the account or the text (settings) or the chapter or heading (help) in view. */
export type Place =
  | { readonly screen: Exclude<Screen, 'settings'>; readonly id?: string | undefined }
  | { readonly screen: 'settings'; readonly section?: SettingsSection | undefined; readonly id?: string | undefined }

interface Trail {
  readonly past: readonly Place[]
  readonly here: Place
  readonly future: readonly Place[]
}
export type Move =
  | { readonly to: Place; readonly replace?: boolean }
  | { readonly by: 'back' | 'forward' }
  | { readonly forget: string }

const maxPast = 100
const same = (a: Place, b: Place) =>
  a.screen === b.screen && a.id === b.id && ('section' in a ? a.section : undefined) === ('section' in b ? b.section : undefined)

/** The trail after a move; a place already in view is no step, so that Back always shows something else. */
export function walk(trail: Trail, move: Move): Trail {
  const { past, here, future } = trail
  if ('forget' in move) {
    const isKept = ({ id }: Place) => id !== move.forget
    const steps = [...past.filter(isKept), here, ...future.filter(isKept)]
    const at = past.filter(isKept).length
    const isStep = (place: Place, index: number) =>
      index === at || !same(place, steps[index < at ? index + 1 : index - 1] ?? here)
    return {
      past: steps.slice(0, at).filter(isStep),
      here,
      future: steps.slice(at + 1).filter((place, index) => isStep(place, at + 1 + index)),
    }
  }
  if ('to' in move) {
    if (same(move.to, here)) return trail
    if (move.replace) return { past, here: move.to, future }
    return { past: [...past, here].slice(-maxPast), here: move.to, future: [] }
  }
  if (move.by === 'back') {
    const back = past.at(-1)
    return back ? { past: past.slice(0, -1), here: back, future: [here, ...future] } : trail
  }
  const [next, ...rest] = future
  return next ? { past: [...past, here], here: next, future: rest } : trail
}

export interface Navigation {
  readonly place: Place
  /** What was in view before. */
  readonly previous: Place | undefined
  /** Goes to a place; `replace` leaves no step, as when a list selects its first line by itself. */
  navigate(to: Place, options?: { replace?: boolean }): void
  /** The place in view at the moment of the call: for what was begun at one and ends later. */
  here(): Place
  /** What has this ID is no more: no way back or forward leads to it. */
  forget(id: string): void
  back(): void
  forward(): void
  readonly canGoBack: boolean
  readonly canGoForward: boolean
}

const NavigationContext = createContext<Navigation | null>(null)

/** Holds where the person is; the trail lives as long as the window. */
export function NavigationProvider({ children, start = { screen: screens[0] } }: { children: ReactNode; start?: Place }) {
  const [trail, move] = useReducer(walk, { past: [], here: start, future: [] })
  const inView = useRef(trail.here)
  useEffect(() => void (inView.current = trail.here), [trail])
  const here = useCallback(() => inView.current, [])
  const forget = useCallback((id: string) => move({ forget: id }), [])
  const navigation = useMemo<Navigation>(
    () => ({
      place: trail.here,
      previous: trail.past.at(-1),
      navigate: (to, options) => move({ to, replace: options?.replace ?? false }),
      here,
      forget,
      back: () => move({ by: 'back' }),
      forward: () => move({ by: 'forward' }),
      canGoBack: trail.past.length > 0,
      canGoForward: trail.future.length > 0,
    }),
    [trail, here, forget],
  )
  return <NavigationContext value={navigation}>{children}</NavigationContext>
}

/** Where the person is, and the way elsewhere. */
export function useNavigation(): Navigation {
  const navigation = use(NavigationContext)
  if (!navigation) throw new Error('useNavigation needs a NavigationProvider above it')
  return navigation
}
