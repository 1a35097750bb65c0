import { useQuery } from '@tanstack/react-query'
import { useEffect, type ReactNode } from 'react'
import { I18nProvider } from 'react-aria-components'
import { client, unwrap } from '../../lib/client.ts'
import { useGate } from '../../lib/gate.ts'
import { useFlushOnClose } from '../../lib/flush.ts'
import { I18n, languageOf, localeOf } from '../../lib/i18n.tsx'
import { usePreferences } from '../../lib/preferences.ts'
import { keys } from '../../lib/query.ts'
import type { Gate } from '#shared/domain/unlock.ts'
import { catalogues } from '#shared/languages/index.ts'
import { Starting } from './Starting.tsx'
import { StartFailure } from './StartFailure.tsx'
import { useAppearance } from './use-appearance.ts'

interface Props {
  readonly children: ReactNode
  /** What stands before the app where the keys of what lies here are not at hand. */
  readonly renderLocked: (gate: Extract<Gate, { state: 'locked' }>) => ReactNode
}

/** Waits for the person's language before the first word is shown, so that no screen changes language under their eyes. */
export function Boot({ children, renderLocked }: Props) {
  const gate = useGate()
  const info = useQuery({ queryKey: keys.info, queryFn: () => unwrap(client.app.info(undefined)) })
  const stored = useQuery({ queryKey: keys.preferences, queryFn: () => unwrap(client.preferences.get(undefined)) })
  const preferences = usePreferences()
  useAppearance(preferences)
  useFlushOnClose()
  useStrayFilesRefused()

  const failed = info.isError || stored.isError
  const isOpen = info.data && stored.data
  const language = languageOf(isOpen ? preferences.language : 'system', info.data?.locale ?? languageOfAddress())
  return (
    <I18n language={language} messages={catalogues[language]}>
      <I18nProvider locale={localeOf(language)}>
        {failed ? (
          <StartFailure
            onRetry={() => {
              void info.refetch()
              void stored.refetch()
            }}
          />
        ) : gate?.state === 'locked' ? (
          renderLocked(gate)
        ) : isOpen ? (
          children
        ) : (
          <Starting />
        )}
      </I18nProvider>
    </I18n>
  )
}

/** Main writes the language into the page's address, for what is shown before main can be asked. */
const languageOfAddress = () => (new URLSearchParams(window.location.search).get('language') === 'en' ? 'en' : 'nl')

/** SECURITY: a file dropped beside a form must not make the window open it; forms take theirs before this sees it. */
function useStrayFilesRefused(): void {
  useEffect(() => {
    const refuse = (event: DragEvent) => {
      if (event.defaultPrevented || !event.dataTransfer?.types.includes('Files')) return
      event.preventDefault()
      event.dataTransfer.dropEffect = 'none'
    }
    window.addEventListener('dragover', refuse)
    window.addEventListener('drop', refuse)
    return () => {
      window.removeEventListener('dragover', refuse)
      window.removeEventListener('drop', refuse)
    }
  }, [])
}
