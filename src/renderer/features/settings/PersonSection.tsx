import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Found } from '#shared/domain/privacy.ts'
import { client, unwrap } from '../../lib/client.ts'
import { useSay } from '../../lib/i18n.tsx'
import { keys } from '../../lib/query.ts'
import { Button } from '../../ui/Button.tsx'
import { ConfirmDialog } from '../../ui/Dialog.tsx'
import { FailureNotice } from '../../ui/FailureNotice.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Section } from '../../ui/Section.tsx'
import { TextArea } from '../../ui/TextField.tsx'
import { toast } from '../../ui/Toaster.tsx'
import { FoundPlaces } from './FoundPlaces.tsx'

const shortest = 3

/** One a line; empty lines are none. */
const termsIn = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

/** Looks for a customer in all that Balie keeps, erases what is chosen of it, or hands it over. */
export function PersonSection() {
  const say = useSay()
  const [text, setText] = useState('')
  const [found, setFound] = useState<Found | null>(null)
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [isAsking, setAsking] = useState(false)
  const { data: state } = useQuery({ queryKey: keys.privacy, queryFn: () => unwrap(client.privacy.state(undefined)) })
  const terms = termsIn(text)
  const isShort = terms.some((term) => term.length < shortest)
  const find = useMutation({
    mutationFn: () => unwrap(client.privacy.find({ terms })),
    onSuccess(answer) {
      setFound(answer)
      setChosen(new Set(answer.places.filter(({ refusal }) => refusal === null).map(({ id }) => id)))
    },
  })
  const erase = useMutation({
    mutationFn: (searchId: string) => unwrap(client.privacy.erase({ searchId, places: [...chosen] })),
    onSuccess() {
      setFound(null)
      setText('')
    },
  })
  const handOver = useMutation({
    mutationFn: (searchId: string) => unwrap(client.privacy.handOver({ searchId })),
    onSuccess: ({ folder }) => folder !== null && toast(say('privacy.handOver.saved', { folder })),
  })
  const erasing = state?.erasing ?? null
  return (
    <Section title={say('privacy.person')} description={say('privacy.person.text')}>
      {erasing && (
        <Notice role="status" title={say('privacy.erasing')}>
          {say(`privacy.erasing.${erasing.step}`, { done: erasing.done, total: erasing.total })}
        </Notice>
      )}
      {state?.failed && <Notice tone="warn">{say('privacy.erase.failed')}</Notice>}
      <TextArea
        key={found === null && text === '' ? 'empty' : 'typed'}
        label={say('privacy.terms')}
        name="terms"
        description={say('privacy.terms.hint')}
        errors={isShort && find.isError ? [say('privacy.terms.short')] : undefined}
        rows={3}
        defaultValue={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <div>
        <Button isBusy={find.isPending} isDisabled={terms.length === 0 || isShort} onPress={() => find.mutate()}>
          {say('privacy.find')}
        </Button>
      </div>
      <FailureNotice error={find.error ?? handOver.error} />
      {found?.places.length === 0 && <p role="status">{say('privacy.found.none')}</p>}
      {found && found.places.length > 0 && (
        <>
          <FoundPlaces places={found.places} chosen={chosen} onChange={setChosen} />
          <Notice>{say('privacy.elsewhere')}</Notice>
          <div>
            <Button isBusy={handOver.isPending} onPress={() => handOver.mutate(found.searchId)}>
              {say('privacy.handOver')}
            </Button>{' '}
            <Button variant="danger" isDisabled={chosen.size === 0 || erasing !== null} onPress={() => setAsking(true)}>
              {say('privacy.erase', { count: chosen.size })}
            </Button>
          </div>
          <ConfirmDialog
            isOpen={isAsking}
            onClose={() => setAsking(false)}
            title={say('privacy.erase.title')}
            confirmLabel={say('privacy.erase', { count: chosen.size })}
            onConfirm={() => erase.mutateAsync(found.searchId)}
            isDanger
          >
            <p>{say('privacy.erase.text')}</p>
            <FailureNotice error={erase.error} />
          </ConfirmDialog>
        </>
      )}
    </Section>
  )
}
