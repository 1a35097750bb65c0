import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { kinds, type Kind } from '#shared/domain/kinds.ts'
import { client, unwrap } from '../../../lib/client.ts'
import { useSay } from '../../../lib/i18n.tsx'
import { useNavigation } from '../../../lib/navigation.tsx'
import { reportProblem } from '../../../lib/problem.ts'
import { keys } from '../../../lib/query.ts'
import { Button } from '../../Button.tsx'
import { ConfirmDialog } from '../../Dialog.tsx'

/** For managers: a customer who wants to be forgotten may stand in what a colleague left. */
export function EraseDraft({ id, kind, clerk }: { id: string; kind: Kind; clerk: string }) {
  const say = useSay()
  const queries = useQueryClient()
  const { navigate } = useNavigation()
  const [isAsking, setAsking] = useState(false)
  const erase = useMutation({
    mutationFn: () => unwrap(client.teamDrafts.erase({ id })),
    onSuccess() {
      navigate({ screen: kinds[kind].screen }, { replace: true })
      return queries.invalidateQueries({ queryKey: keys.team })
    },
  })
  return (
    <>
      <Button variant="quiet" onPress={() => setAsking(true)}>
        {say('team.item.erase')}
      </Button>
      <ConfirmDialog
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        title={say('team.item.erase.title')}
        confirmLabel={say('team.item.erase')}
        onConfirm={() => erase.mutateAsync().catch(reportProblem)}
        isDanger
      >
        {say('team.draft.erase.text', { clerk })}
      </ConfirmDialog>
    </>
  )
}
