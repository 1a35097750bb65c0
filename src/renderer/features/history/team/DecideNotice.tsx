import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { TeamItemDetail } from '#shared/domain/team-item.ts'
import { client, unwrap } from '../../../lib/client.ts'
import { useSay } from '../../../lib/i18n.tsx'
import { keys } from '../../../lib/query.ts'
import { Button } from '../../../ui/Button.tsx'
import { ConfirmDialog } from '../../../ui/Dialog.tsx'
import { FailureNotice } from '../../../ui/FailureNotice.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { TextField } from '../../../ui/TextField.tsx'

type Word = 'arrived' | 'close'

/** Nobody knows whether it arrived: who looks it up at the vendor decides for all, once the desk that sent it was silent for long enough. */
export function DecideNotice({ item }: { item: TeamItemDetail }) {
  const say = useSay()
  const queries = useQueryClient()
  const [asked, setAsked] = useState<Word | null>(null)
  const number = useRef<HTMLInputElement>(null)
  const decide = useMutation({
    mutationFn: (word: Word) =>
      unwrap(
        client.teamHistory.decide({
          id: item.id,
          try: item.try,
          word,
          number: word === 'arrived' ? (number.current?.value ?? null) : null,
        }),
      ),
    onSuccess(next) {
      queries.setQueryData(keys.teamItem(item.id), next)
      void queries.invalidateQueries({ queryKey: keys.teamLists })
    },
    onError: () => queries.invalidateQueries({ queryKey: keys.teamItem(item.id) }),
  })
  const text = item.isMine
    ? say('team.item.unknown.mine')
    : item.canDecide || item.decidableAt === null
      ? say('team.item.unknown', { clerk: item.clerk })
      : say('team.item.unknown.early', { clerk: item.clerk, at: Date.parse(item.decidableAt) })
  const choose = (word: Word) => {
    decide.reset()
    setAsked(word)
  }
  return (
    <>
      <Notice
        tone="warn"
        role="status"
        actions={
          item.canDecide && (
            <>
              <Button size="small" onPress={() => choose('arrived')}>
                {say('team.item.arrived')}
              </Button>
              <Button size="small" onPress={() => choose('close')}>
                {say('team.item.close')}
              </Button>
            </>
          )
        }
      >
        {text}
      </Notice>
      <ConfirmDialog
        isOpen={asked !== null}
        onClose={() => setAsked(null)}
        title={say(asked === 'close' ? 'team.item.close' : 'team.item.arrived')}
        confirmLabel={say(asked === 'close' ? 'team.item.close' : 'team.item.arrived')}
        onConfirm={() => asked && decide.mutateAsync(asked)}
      >
        <FailureNotice error={decide.error} />
        <p>{say(asked === 'close' ? 'team.item.close.text' : 'team.item.arrived.text', { clerk: item.clerk })}</p>
        {asked === 'arrived' && (
          <TextField ref={number} name="number" label={say('team.item.number')} optional maxLength={100} defaultValue="" mono />
        )}
      </ConfirmDialog>
    </>
  )
}
