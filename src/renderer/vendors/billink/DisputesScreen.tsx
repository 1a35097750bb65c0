import { FileText } from 'lucide-react'
import { useIsDraft } from '../../lib/drafts.ts'
import { useSay } from '../../lib/i18n.tsx'
import { useNavigation } from '../../lib/navigation.tsx'
import { DamagedRecords, isOfKind } from '../../ui/damaged/DamagedRecords.tsx'
import { DraftsAndItems } from '../../ui/draft/DraftsAndItems.tsx'
import { DraftsScreen } from '../../ui/draft/DraftsScreen.tsx'
import { DropSurface } from '../../ui/DropSurface.tsx'
import { draftDetail, draftTitle } from './dispute-titles.ts'
import { DisputeForm } from './DisputeForm.tsx'
import { useDroppedFiles } from './use-dropped-files.ts'

/** Disputes: drafts and what was filed on the left, the form or the filed item on the right. */
export function DisputesScreen() {
  const say = useSay()
  const { place } = useNavigation()
  const dropped = useDroppedFiles()
  // A dispute that is being written takes files itself.
  const isWriting = useIsDraft(place.screen === 'disputes' ? place.id : null) !== false
  return (
    <DropSurface onFiles={dropped} isDisabled={isWriting}>
      <DraftsScreen
        kind="dispute"
        icon={FileText}
        renderList={(account, openId) => (
          <>
            <DamagedRecords sources={['drafts']} isHere={isOfKind('dispute')} />
            <DraftsAndItems
              key={account.id}
              kind="dispute"
              accountId={account.id}
              selectedId={openId}
              words={({ fields }) => ({ title: draftTitle(say, fields), detail: draftDetail(say, fields) })}
            />
          </>
        )}
      >
        {(draft, isNew) => <DisputeForm draft={draft} isNew={isNew} />}
      </DraftsScreen>
    </DropSurface>
  )
}
