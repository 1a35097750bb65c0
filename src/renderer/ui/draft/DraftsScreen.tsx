import { useMutation } from '@tanstack/react-query'
import { FilePlus2, type LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Account } from '#shared/domain/account.ts'
import { kinds, type Kind } from '#shared/domain/kinds.ts'
import { teamItemOfPlace } from '#shared/domain/team-item.ts'
import { useActiveAccount } from '../../lib/active-accounts.ts'
import { useDrafts } from '../../lib/drafts.ts'
import { useSay } from '../../lib/i18n.tsx'
import { useNavigation } from '../../lib/navigation.tsx'
import { useNewDraft } from '../../lib/new-draft.ts'
import type { DraftOf } from '../../vendors/vendor.ts'
import { Button } from '../Button.tsx'
import { EmptyState } from '../EmptyState.tsx'
import { FailureNotice } from '../FailureNotice.tsx'
import { PaneHeader, SplitView } from '../SplitView.tsx'
import type { SubmissionPaneProps } from '../submission/SubmissionPane.tsx'
import { DraftOrItem } from './DraftOrItem.tsx'
import { Elsewhere } from './Elsewhere.tsx'
import { TeamDraftPane } from './team/TeamDraftPane.tsx'
import { TeamDraftsList } from './team/TeamDraftsList.tsx'
import { useIsShared, useWhoseDrafts, type WhoseDrafts } from './team/use-team-drafts.ts'
import { WhoseDraftsSwitch } from './team/WhoseDraftsSwitch.tsx'

interface DraftsScreenProps<K extends Kind> extends Pick<SubmissionPaneProps, 'footer'> {
  readonly kind: K
  readonly icon: LucideIcon
  /** Drafts and items of an account, to choose from. */
  readonly renderList: (account: Account, openId: string | null) => ReactNode
  /** The form of a draft. */
  readonly children: (draft: DraftOf<K>, isNew: boolean) => ReactNode
}

/** The screen of a kind: drafts and what was filed on the left, the form or the filed item on the right. */
export function DraftsScreen<K extends Kind>({ kind, icon: Icon, renderList, children, footer }: DraftsScreenProps<K>) {
  const say = useSay()
  const { vendor, screen } = kinds[kind]
  const account = useActiveAccount(vendor)
  const newDraft = useNewDraft()
  const { place, navigate } = useNavigation()
  const id = place.screen === screen ? place.id : undefined
  const { elsewhere } = useDrafts(kind, account?.id ?? null)
  const teamId = teamItemOfPlace(id)
  const isShared = useIsShared(account?.id ?? null)
  const chosen = useWhoseDrafts()
  // What is open is shown among its own.
  const whose: WhoseDrafts = !isShared ? 'mine' : teamId !== null ? 'colleagues' : id !== undefined ? 'mine' : chosen
  const making = useMutation({ mutationFn: () => newDraft(kind) })
  const newButton = (size: 'small' | 'medium') => (
    <Button
      size={size}
      variant={size === 'small' ? 'secondary' : 'primary'}
      icon={<FilePlus2 aria-hidden="true" />}
      shortcut={`new-${kind}`}
      onPress={() => making.mutate()}
    >
      {say(`${screen}.new`)}
    </Button>
  )

  if (!account) {
    return (
      <EmptyState
        icon={<Icon aria-hidden="true" />}
        title={say(`${screen}.noAccount.title`)}
        actions={
          <Button variant="primary" onPress={() => navigate({ screen: 'settings', section: 'accounts' })}>
            {say(`${screen}.noAccount.action`)}
          </Button>
        }
      >
        {say(`${screen}.noAccount.text`)}
      </EmptyState>
    )
  }
  return (
    <SplitView
      name={screen}
      listLabel={say(`${screen}.list`)}
      detailLabel={say(`${screen}.detail`)}
      isDetailOpen={id !== undefined}
      onCloseDetail={() => navigate({ screen })}
      list={
        <>
          <PaneHeader title={say(`${screen}.title`)} actions={newButton('small')}>
            <FailureNotice error={making.error} />
            {isShared && <WhoseDraftsSwitch kind={kind} whose={whose} />}
            {whose === 'mine' && <Elsewhere count={elsewhere} />}
          </PaneHeader>
          {whose === 'mine' ? (
            renderList(account, id ?? null)
          ) : (
            <TeamDraftsList kind={kind} accountId={account.id} selectedId={teamId} />
          )}
        </>
      }
      detail={
        id === undefined ? (
          <EmptyState icon={<Icon aria-hidden="true" />} title={say(`${screen}.pick.title`)} actions={newButton('medium')}>
            {say(`${screen}.pick.text`)}
          </EmptyState>
        ) : teamId !== null ? (
          <TeamDraftPane key={id} id={teamId} kind={kind} />
        ) : (
          <DraftOrItem key={id} id={id} kind={kind} footer={footer}>
            {children}
          </DraftOrItem>
        )
      }
    />
  )
}
