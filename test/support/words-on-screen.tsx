import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { catalogues } from '#shared/languages/index.ts'
import { I18n } from '../../src/renderer/lib/i18n.tsx'
import { VendorsProvider } from '../../src/renderer/lib/vendors.tsx'
import { vendors } from '../../src/renderer/vendors/index.ts'

/** What a part of a screen says in Dutch, without its tags. */
export const wordsOnScreen = (part: ReactNode): string =>
  renderToStaticMarkup(
    <QueryClientProvider client={new QueryClient()}>
      <I18n language="nl" messages={catalogues.nl}>
        <VendorsProvider vendors={vendors}>{part}</VendorsProvider>
      </I18n>
    </QueryClientProvider>,
  ).replace(/<[^>]*>/g, ' ')
