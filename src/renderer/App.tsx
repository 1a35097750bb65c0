import { QueryClientProvider } from '@tanstack/react-query'
import { useEffect, useState, type ComponentType } from 'react'
import { BulkScreen } from './features/bulk/BulkScreen.tsx'
import { DisputesScreen } from './features/disputes/DisputesScreen.tsx'
import { HistoryScreen } from './features/history/HistoryScreen.tsx'
import { Welcome } from './features/onboarding/Welcome.tsx'
import { OutboxScreen } from './features/outbox/OutboxScreen.tsx'
import { NotesScreen } from './features/sale-notes/NotesScreen.tsx'
import { SettingsScreen } from './features/settings/SettingsScreen.tsx'
import { Boot } from './features/shell/Boot.tsx'
import { Shell } from './features/shell/Shell.tsx'
import { AccountInViewProvider } from './lib/account-in-view.tsx'
import { NavigationProvider, type Screen } from './lib/navigation.tsx'
import { followEvents, makeQueryClient } from './lib/query.ts'

const screens: Record<Screen, ComponentType> = {
  disputes: DisputesScreen,
  notes: NotesScreen,
  bulk: BulkScreen,
  outbox: OutboxScreen,
  history: HistoryScreen,
  settings: SettingsScreen,
}

/** The composition root of the page: data, language, place, and the screen of that place. */
export function App() {
  const [queries] = useState(makeQueryClient)
  useEffect(() => followEvents(queries), [queries])
  return (
    <QueryClientProvider client={queries}>
      <Boot>
        <NavigationProvider>
          <AccountInViewProvider>
            <Shell screens={screens} />
            <Welcome />
          </AccountInViewProvider>
        </NavigationProvider>
      </Boot>
    </QueryClientProvider>
  )
}
