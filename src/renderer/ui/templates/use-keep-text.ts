import { withoutValues } from '#shared/domain/blanks.ts'
import { ownValuesOf } from '#shared/vendors/placeholders.ts'
import { sharedVendorOf } from '#shared/vendors/index.ts'
import { client, unwrap } from '../../lib/client.ts'
import { useLanguage, useSay } from '../../lib/i18n.tsx'
import { useNavigation } from '../../lib/navigation.tsx'
import { reportProblem } from '../../lib/problem.ts'
import { toast } from '../Toaster.tsx'
import type { TemplateText } from './use-template-text.ts'

/** From a text that was written to one that is kept: with blanks in the place of what is of this customer. */
export function useKeepText({ kind, values, area }: TemplateText) {
  const say = useSay()
  const language = useLanguage()
  const { navigate } = useNavigation()
  const open = (id?: string) => navigate({ screen: 'settings', section: 'templates', id })

  async function keepNow(): Promise<void> {
    const typed = new Map(Object.entries(values))
    const narrowed = sharedVendorOf(kind).templates.narrowedBy.map((field) => [field, String(typed.get(field) ?? '').trim()])
    const { id } = await unwrap(
      client.templates.create({
        kind,
        fields: {
          text: withoutValues(area.current?.value ?? '', ownValuesOf(kind, values, language)),
          narrowed: Object.fromEntries(narrowed),
        },
      }),
    )
    toast(say('templates.kept'), { label: say('templates.kept.open'), onPress: () => open(id) })
  }
  return { keep: () => void keepNow().catch(reportProblem), manage: () => open() }
}
