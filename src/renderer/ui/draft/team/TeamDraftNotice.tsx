import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { DraftStanding } from '#shared/domain/team-draft.ts'
import type { Draft } from '#shared/vendors/index.ts'
import { client, unwrap } from '../../../lib/client.ts'
import { useSay } from '../../../lib/i18n.tsx'
import { Button } from '../../Button.tsx'
import { FailureNotice } from '../../FailureNotice.tsx'
import { Notice } from '../../Notice.tsx'
import { useTakeDraft } from './use-team-drafts.ts'

interface TeamDraftNoticeProps {
  readonly draft: Pick<Draft, 'id' | 'kind'>
  readonly standing: DraftStanding
  readonly flush: () => Promise<boolean>
}

/** Above a draft that a colleague took or ended, with the ways on; and from whom one came that was taken over. */
export function TeamDraftNotice({ draft, standing, flush }: TeamDraftNoticeProps) {
  const say = useSay()
  const queries = useQueryClient()
  const taking = useTakeDraft(draft.kind)
  const keeping = useMutation({
    mutationFn: () => unwrap(client.teamDrafts.keepOwn({ id: draft.id })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['draft'] }),
  })
  const { state, teamId, at, note, hasMore } = standing
  const clerk = standing.clerk ?? ''
  if (state === 'held')
    return standing.clerk === null ? null : <Notice title={say('team.draft.from', { clerk })}>{note || undefined}</Notice>
  // What is typed is stored first: taking it back asks whether the team has all of it.
  const takeBack = async () => {
    if (teamId !== null && (await flush())) taking.mutate({ id: teamId, fence: null, clerk, isOwn: false })
  }
  const keepOwn = (
    <Button size="small" isBusy={keeping.isPending} onPress={() => keeping.mutate()}>
      {say('team.draft.keepOwn')}
    </Button>
  )
  return (
    <>
      <FailureNotice error={taking.error ?? keeping.error} />
      {state === 'gone' ? (
        <Notice tone="warn" role="status" title={say('team.draft.ended')} actions={keepOwn}>
          {say('team.draft.ended.text')}
        </Notice>
      ) : (
        <Notice
          tone="warn"
          role="status"
          title={say('team.draft.taken', { clerk })}
          actions={
            <>
              <Button size="small" isBusy={taking.isPending} onPress={() => void takeBack()}>
                {say('team.draft.takeBack')}
              </Button>
              {keepOwn}
            </>
          }
        >
          <p>{say('team.draft.taken.text', { clerk, at: at === null ? 0 : Date.parse(at) })}</p>
          {hasMore && <p>{say('team.draft.taken.more')}</p>}
        </Notice>
      )}
    </>
  )
}
