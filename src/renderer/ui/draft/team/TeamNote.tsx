import { maxNote } from '#shared/domain/team-draft.ts'
import { client } from '../../../lib/client.ts'
import { draftKeeper } from '../../../lib/draft-keeper.ts'
import { useDraftForm } from '../../../lib/draft-form.ts'
import { useSay } from '../../../lib/i18n.tsx'
import { Disclosure } from '../../Disclosure.tsx'
import { SaveState } from '../../SaveState.tsx'
import { TextArea } from '../../TextField.tsx'

const keeper = draftKeeper<{ note: string }>(client.teamDrafts.note)
const nothing = () => undefined

interface TeamNoteProps {
  readonly draftId: string
  readonly note: string
  /** Whether it is in sight from the start. */
  readonly isOpen: boolean
  readonly updatedAt: string
}

/** What whoever takes a draft over reads first; kept as it is typed. Key it by the draft's ID. */
export function TeamNote({ draftId, note, isOpen, updatedAt }: TeamNoteProps) {
  const say = useSay()
  const { form, values, status } = useDraftForm({
    draft: { id: draftId, revision: 0, updatedAt, fields: { note } },
    keeper,
    onEdit: nothing,
  })
  const length = Array.from(values.note).length
  return (
    <Disclosure title={say('team.draft.noteField')} isOpenAtStart={isOpen} level={2}>
      <TextArea
        label={say('team.draft.noteField')}
        description={say('team.draft.noteField.hint')}
        errors={length > maxNote ? [say('validation.tooLong')] : []}
        optional
        rows={2}
        spellCheck
        {...form.register('note')}
      />
      {status.state === 'failed' && <SaveState status={status} updatedAt={updatedAt} />}
    </Disclosure>
  )
}
