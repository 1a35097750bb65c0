import { useEffect, useEffectEvent } from 'react'
import { kindNames } from '#shared/domain/kinds.ts'
import { useEvent } from '../../lib/events.ts'
import { useAppInfo } from '../../lib/preferences.ts'
import { screens, useNavigation, type Screen } from '../../lib/navigation.tsx'
import { useStartDraft } from '../../lib/new-draft.ts'
import type { Command } from '../../lib/key-table.ts'
import { commandFor } from './shortcuts.ts'
import { cycleRegions } from './regions.ts'

const isScreen = (command: string): command is Screen => (screens as readonly string[]).includes(command)

const isTyped = (target: EventTarget | null) =>
  target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable]') !== null

/** The search field of the screen in view; a screen without one has the palette. */
function focusSearch(openPalette: () => void): void {
  const field = document.querySelector<HTMLInputElement>('main input[type=search]')
  if (!field) return openPalette()
  field.focus()
  field.select()
}

/** Carries out what a key or the native menu asks for, on whichever screen the person is. */
export function useCommands({ openPalette, openKeys }: { openPalette: () => void; openKeys: () => void }): void {
  const { place, navigate, back, forward } = useNavigation()
  const startDraft = useStartDraft()

  function carryOut(command: Command): void {
    if (isScreen(command)) {
      // A key asks for the screen, not for what was in focus: the screen takes it over.
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
      if (place.screen === command) document.getElementById('content')?.focus()
      else navigate({ screen: command })
      return
    }
    const kind = kindNames.find((name) => command === `new-${name}`)
    if (kind) startDraft(kind)
    else if (command === 'palette') openPalette()
    else if (command === 'keys') openKeys()
    else if (command === 'find') focusSearch(openPalette)
    else if (command === 'print') document.querySelector<HTMLElement>('main [data-prints]')?.click()
    else if (command === 'back') back()
    else if (command === 'forward') forward()
    else cycleRegions(command === 'next-region' ? 1 : -1)
  }

  const isMac = useAppInfo()?.platform === 'darwin'
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const command = commandFor(event, isMac)
    // A question mark belongs to the text that it is typed into.
    if (event.key === '?' && isTyped(event.target)) return
    if (!command || event.defaultPrevented || document.querySelector('[role=dialog], [role=alertdialog]')) return
    event.preventDefault()
    if (!event.repeat) carryOut(command)
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKey(event)
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [])
  useEvent('app.command', ({ command }) => carryOut(command))
  useEvent('bulk.show', ({ runId }) => navigate({ screen: 'bulk', id: runId }))
}
