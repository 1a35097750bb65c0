import { useCallback, useEffect, useRef, useState, type ComponentType, type RefObject } from 'react'
import { useSay } from '../../lib/i18n.tsx'
import { titleOfScreen, useNavigation, type Screen } from '../../lib/navigation.tsx'
import { cx } from '../../ui/cx.ts'
import { useFocusWhenLost } from '../../ui/focus-when-lost.ts'
import { Toaster } from '../../ui/Toaster.tsx'
import { CodeBar } from './CodeBar.tsx'
import { CommandPalette } from './CommandPalette.tsx'
import { HoldToasts } from './HoldToasts.tsx'
import { Header } from './Header.tsx'
import { KeysDialog } from './KeysDialog.tsx'
import { NavRail } from './NavRail.tsx'
import { PracticeBanner } from './PracticeBanner.tsx'
import { SealBar } from './SealBar.tsx'
import { ProblemBar } from './ProblemBar.tsx'
import { ProxyBar } from './ProxyBar.tsx'
import { TeamBar } from './TeamBar.tsx'
import { ScreenBoundary } from './ScreenBoundary.tsx'
import css from './Shell.module.css'
import { ToldBar } from './ToldBar.tsx'
import { UpdateBar } from './UpdateBar.tsx'
import { VendorsAround } from './VendorsAround.tsx'
import { useCommands } from './use-commands.ts'

/** The frame: accounts and search above, screens at the left, the screen in view beside them. */
export function Shell({ screens }: { screens: Record<Screen, ComponentType> }) {
  const say = useSay()
  const { place } = useNavigation()
  const [isPaletteOpen, setPaletteOpen] = useState(false)
  const main = useRef<HTMLElement>(null)
  const openPalette = useCallback(() => setPaletteOpen(true), [])
  const [areKeysShown, showKeys] = useState(false)
  const openKeys = useCallback(() => showKeys(true), [])
  useCommands({ openPalette, openKeys })

  const title = say(titleOfScreen(place.screen))
  useEffect(() => {
    document.title = say('shell.title', { screen: title })
  }, [say, title])

  const Current = screens[place.screen]
  return (
    <div className={cx(css.shell)}>
      <div className={cx(css.page)}>
        <a
          className={cx(css.skip)}
          href="#content"
          onClick={(event) => {
            event.preventDefault()
            main.current?.focus()
          }}
        >
          {say('shell.skip')}
        </a>
        <Header onOpenPalette={openPalette} />
        <div className={cx(css.below)}>
          <NavRail />
          <main ref={main} id="content" className={cx(css.main)} tabIndex={-1} aria-label={title}>
            <PracticeBanner />
            <ToldBar />
            <CodeBar />
            <SealBar />
            <ProblemBar />
            <ProxyBar />
            <TeamBar />
            <UpdateBar />
            <div className={cx(css.screen)}>
              <ScreenBoundary
                key={place.screen}
                title={say('shell.crash.title')}
                text={say('shell.crash.text')}
                retry={say('shell.retry')}
              >
                <VendorsAround>
                  <Current />
                </VendorsAround>
                <LostFocus to={main} />
              </ScreenBoundary>
            </div>
          </main>
        </div>
        {/* Within what a dialog hides as one: React Aria leaves what a list and then a dialog hid each by itself hidden from screen readers. */}
        <HoldToasts />
      </div>
      <CommandPalette isOpen={isPaletteOpen} onClose={() => setPaletteOpen(false)} />
      <KeysDialog isOpen={areKeysShown} onClose={() => showKeys(false)} />
      <Toaster label={say('shell.toasts')} />
    </div>
  )
}

/** A screen that goes takes the focus that was in it along: the next one takes it over. */
function LostFocus({ to }: { to: RefObject<HTMLElement | null> }) {
  useFocusWhenLost(to)
  return null
}
