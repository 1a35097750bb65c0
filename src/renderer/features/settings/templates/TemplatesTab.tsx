import { useQuery } from '@tanstack/react-query'
import { TextQuote } from 'lucide-react'
import { client, unwrap } from '../../../lib/client.ts'
import { useSay } from '../../../lib/i18n.tsx'
import { useNavigation } from '../../../lib/navigation.tsx'
import { keys } from '../../../lib/query.ts'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { Skeleton } from '../../../ui/Spinner.tsx'
import { SplitView } from '../../../ui/SplitView.tsx'
import { MissingItem } from '../../../ui/submission/MissingItem.tsx'
import { NewTemplateButton } from './NewTemplateButton.tsx'
import { TemplateForm } from './TemplateForm.tsx'
import { TemplateList } from './TemplateList.tsx'

/** The clerk's own texts at the left, and the one that is edited at the right. */
export function TemplatesTab() {
  const say = useSay()
  const { place, navigate } = useNavigation()
  const { id } = place
  const open = (next?: string) => navigate({ screen: 'settings', section: 'templates', id: next })
  return (
    <SplitView
      name="templates"
      listLabel={say('templates.list')}
      list={<TemplateList selectedId={id ?? null} onOpen={open} />}
      detailLabel={say('templates.detail')}
      isDetailOpen={id !== undefined}
      onCloseDetail={open}
      detail={
        id === undefined ? (
          <EmptyState
            icon={<TextQuote aria-hidden="true" />}
            title={say('templates.pick.title')}
            actions={<NewTemplateButton onMade={open} />}
          >
            {say('templates.pick.text')}
          </EmptyState>
        ) : (
          <OpenTemplate key={id} id={id} onClose={open} />
        )
      }
    />
  )
}

/** As it is stored now: never one that was read earlier, whose words may be older. */
function OpenTemplate({ id, onClose }: { id: string; onClose: () => void }) {
  const { data, error, isFetchedAfterMount, refetch } = useQuery({
    queryKey: keys.template(id),
    queryFn: () => unwrap(client.templates.get({ id })),
    staleTime: 0,
    refetchOnMount: 'always',
  })
  if (!isFetchedAfterMount) return <Skeleton lines={6} />
  if (error || !data) return <MissingItem error={error} onRetry={() => void refetch()} />
  return <TemplateForm template={data} onClose={onClose} />
}
