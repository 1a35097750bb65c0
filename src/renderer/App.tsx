import { QueryClientProvider } from '@tanstack/react-query'
import { useEffect, useState, type ComponentType } from 'react'
import { kindNames, kinds, type KindScreen } from '#shared/domain/kinds.ts'
import { BulkScreen } from './features/bulk/BulkScreen.tsx'
import { HistoryScreen } from './features/history/HistoryScreen.tsx'
import { ManualScreen } from './features/manual/ManualScreen.tsx'
import { Welcome } from './features/onboarding/Welcome.tsx'
import { OutboxScreen } from './features/outbox/OutboxScreen.tsx'
import { OverviewScreen } from './features/overview/OverviewScreen.tsx'
import { SettingsScreen } from './features/settings/SettingsScreen.tsx'
import { Boot } from './features/shell/Boot.tsx'
import { Shell } from './features/shell/Shell.tsx'
import { UnlockScreen } from './features/unlock/UnlockScreen.tsx'
import { AccountInViewProvider } from './lib/account-in-view.tsx'
import { NavigationProvider, type Screen } from './lib/navigation.tsx'
import { followEvents, makeQueryClient } from './lib/query.ts'
import { VendorsProvider } from './lib/vendors.tsx'
import { vendors } from './vendors/index.ts'

const kindScreens = Object.fromEntries(kindNames.map((kind) => [kinds[kind].screen, vendors[kind].Screen])) as Record<
  KindScreen,
  ComponentType
>

const screens: Record<Screen, ComponentType> = {
  ...kindScreens,
  bulk: BulkScreen,
  outbox: OutboxScreen,
  history: HistoryScreen,
  overview: OverviewScreen,
  settings: SettingsScreen,
  help: ManualScreen,
}

/** The composition root of the page: data, language, vendors, place, and the screen of that place. */
export function App() {
  const [queries] = useState(makeQueryClient)
  useEffect(() => followEvents(queries), [queries])
  return (
    <QueryClientProvider client={queries}>
      <Boot renderLocked={(gate) => <UnlockScreen gate={gate} />}>
        <VendorsProvider vendors={vendors}>
          <NavigationProvider>
            <AccountInViewProvider>
              <Shell screens={screens} />
              <Welcome />
            </AccountInViewProvider>
          </NavigationProvider>
        </VendorsProvider>
      </Boot>
    </QueryClientProvider>
  )
}
