import { useQuery } from '@tanstack/react-query'
import { manuals } from 'virtual:manual'
import type { Manual } from '#shared/domain/manual.ts'
import { useLanguage } from '../../lib/i18n.tsx'

/** The manual in the language on screen, once its part of the bundle is there. */
export function useManual(): Manual | undefined {
  const language = useLanguage()
  const { data } = useQuery({
    queryKey: ['manual', language],
    queryFn: async () => (await manuals[language]()).manual,
    staleTime: Infinity,
    throwOnError: true,
  })
  return data
}
