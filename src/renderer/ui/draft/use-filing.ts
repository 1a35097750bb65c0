import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { kinds } from '#shared/domain/kinds.ts'
import type { FieldMessages } from '#shared/domain/message.ts'
import type { SubmissionSummary } from '#shared/domain/submission.ts'
import type { Result } from '#shared/ipc/procedure.ts'
import type { Draft, TypedFields } from '#shared/vendors/index.ts'
import { nextStartOf } from '#shared/vendors/placeholders.ts'
import { client, unwrap } from '../../lib/client.ts'
import type { FormErrors } from '../../lib/form-errors.ts'
import { useLanguage } from '../../lib/i18n.tsx'
import { noteFiled } from '../../lib/just-filed.ts'
import { useNavigation } from '../../lib/navigation.tsx'
import { reportProblem } from '../../lib/problem.ts'

interface Options<R> {
  readonly draft: Pick<Draft, 'id' | 'kind' | 'accountId'>
  readonly errors: FormErrors
  /** What is in the form now, of which the next one's begins with some. */
  typed(): TypedFields
  /** The form's own check, in the words of the schema that main uses too. */
  check(): FieldMessages
  /** What is left to fill in, just before the check. */
  complete?(): void
  flush(): Promise<boolean>
  review(input: { draftId: string }): Promise<Result<R>>
  /** Told what the person saw, for what is only right as long as that still stands. */
  submit(input: { draftId: string }, reviewed: R): Promise<Result<SubmissionSummary>>
  onSubmitted?(): void
}

/** The way from a form into the outbox: check, store, review, and only then submit. One step at a time, each only once. */
export function useFiling<R>({ draft, errors, typed, check, complete, flush, review, submit, onSubmitted }: Options<R>) {
  const queries = useQueryClient()
  const { navigate } = useNavigation()
  const { id: draftId, kind, accountId } = draft
  const language = useLanguage()
  const [step, setStep] = useState<'editing' | 'reviewing' | 'submitting'>('editing')
  const [reviewed, setReviewed] = useState<R | null>(null)

  async function prepare(): Promise<void> {
    complete?.()
    const own = check()
    if (Object.keys(own).length > 0) return errors.show(own)
    errors.clear()
    if (!(await flush())) return errors.show({}, [{ id: 'draft.notSaved' }])
    const answer = await review({ draftId })
    if (answer.ok) setReviewed(answer.value)
    else errors.showFailure(answer.failure)
  }

  /** The form of the next one: neither what it speaks of, nor the customer, nor their file goes from one to the other. */
  const begin = (fields: TypedFields) => unwrap(client.drafts.create(nextStartOf(kind, accountId, fields, language)))

  async function send(goesOn: boolean): Promise<void> {
    if (reviewed === null) return
    const fields = typed()
    const answer = await submit({ draftId }, reviewed)
    setReviewed(null)
    if (!answer.ok) return errors.showFailure(answer.failure)
    onSubmitted?.()
    // Filed is filed: a next form that cannot be begun leaves the person at the item.
    const next = goesOn ? await begin(fields).catch(reportProblem) : undefined
    noteFiled(answer.value)
    // The item exists now and the draft does not: the list must say so before its screen is shown.
    await queries.invalidateQueries({ queryKey: ['submissions'] })
    navigate({ screen: kinds[kind].screen, id: next?.id ?? answer.value.id }, { replace: true })
    void queries.invalidateQueries({ queryKey: ['drafts'] })
  }

  // Two clicks can come before the first one's step is on screen.
  const isBusy = useRef(false)
  const once = (name: 'reviewing' | 'submitting', act: () => Promise<void>) => () => {
    if (isBusy.current) return
    isBusy.current = true
    setStep(name)
    void act().finally(() => {
      isBusy.current = false
      setStep('editing')
    })
  }

  return {
    /** What to show before the last click; null while there is nothing to review. */
    reviewed,
    isReviewing: step === 'reviewing',
    isSubmitting: step === 'submitting',
    start: once('reviewing', prepare),
    confirm: once('submitting', () => send(false)),
    /** As `confirm`, and on to the next one's form. */
    confirmAndNext: once('submitting', () => send(true)),
    close: () => setReviewed(null),
  }
}
export type Filing<R> = ReturnType<typeof useFiling<R>>
