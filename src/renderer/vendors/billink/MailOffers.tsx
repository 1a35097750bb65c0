import { useEffect, useMemo, useRef, useState } from 'react'
import type { Source } from '#shared/domain/evidence.ts'
import { useMail, type MailRead } from '../../lib/evidence/use-mail.ts'
import { useSayFault } from '../../lib/evidence/words.ts'
import { useFormat } from '../../lib/format.ts'
import { useSay } from '../../lib/i18n.tsx'
import { reportProblem } from '../../lib/problem.ts'
import { Button } from '../../ui/Button.tsx'
import { cx } from '../../ui/cx.ts'
import { Notice } from '../../ui/Notice.tsx'
import { Offers } from './Offers.tsx'
import css from './Offers.module.css'
import { recognise, withoutQuotes, type Recognised, type RecognisedField } from './recognise.ts'

interface MailOffersProps {
  readonly draftId: string
  readonly source: Source
  readonly invoices: readonly string[]
  readonly values: Recognised
  readonly onAccept: (field: RecognisedField, text: string) => void
  /** Brings a file that a worker took out of the mail to the draft. */
  readonly onFile: (token: string) => Promise<void>
  readonly onClose: () => void
}

/** What a mail says of a dispute, and its attachments to tick. An empty form is filled in from it at once; a look at it is still to come. */
export function MailOffers({ draftId, source, invoices, values, onAccept, onFile, onClose }: MailOffersProps) {
  const say = useSay()
  const sayFault = useSayFault()
  const read = useMail(draftId, source)
  const isFilled = useRef(false)
  // Once for a mail, not with every key in the form: a text can be long.
  const found = useMemo(() => {
    if (read.state !== 'read') return null
    const { subject, text, from } = read.mail
    return { ...recognise(`${subject}\n${text}`, { from, invoices }), message: withoutQuotes(text) }
  }, [read, invoices])
  const isEmpty = Object.values(values).every((text) => text.trim() === '')
  useEffect(() => {
    if (!found || isFilled.current) return
    isFilled.current = true
    if (!isEmpty) return
    for (const field of ['message', 'customerEmail', 'customerName', 'invoice'] as const)
      if (found[field] !== '') onAccept(field, found[field])
  })
  if (read.state === 'fault') return <Notice tone="warn">{sayFault(read.error, source.name)}</Notice>
  if (read.state === 'reading' || !found) return null
  return (
    <Offers
      title={say('disputes.offers.mail', { name: source.name })}
      found={found}
      values={values}
      takesFocus={false}
      onAccept={onAccept}
      onClose={onClose}
    >
      {read.mail.attachments.length > 0 && <MailAttachments read={read} onFile={onFile} />}
    </Offers>
  )
}

function MailAttachments({
  read,
  onFile,
}: {
  read: Extract<MailRead, { state: 'read' }>
  onFile: (token: string) => Promise<void>
}) {
  const say = useSay()
  const format = useFormat()
  const { attachments } = read.mail
  const [ticked, setTicked] = useState<ReadonlySet<number>>(new Set())
  const [added, setAdded] = useState<ReadonlySet<number>>(new Set())
  const [isBusy, setBusy] = useState(false)
  async function add(): Promise<void> {
    setBusy(true)
    try {
      for (const index of ticked) {
        await onFile(await read.bring(index))
        setAdded((old) => new Set([...old, index]))
      }
      setTicked(new Set())
    } catch (error) {
      // The others of the mail stay ticked.
      reportProblem(error)
    } finally {
      setBusy(false)
    }
  }
  return (
    <fieldset className={cx(css.attachments)}>
      <legend>{say('evidence.mail.attachments')}</legend>
      {attachments.map(({ name, bytes }, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- two can have one name
        <label key={index}>
          <input
            type="checkbox"
            checked={ticked.has(index) || added.has(index)}
            disabled={isBusy || added.has(index)}
            onChange={({ target }) =>
              setTicked((old) => new Set(target.checked ? [...old, index] : [...old].filter((one) => one !== index)))
            }
          />
          <span>
            {name} · {format.bytes(bytes)}
          </span>
        </label>
      ))}
      <Button size="small" isBusy={isBusy} isDisabled={ticked.size === 0} onPress={() => void add()}>
        {say('evidence.mail.add', { count: ticked.size })}
      </Button>
    </fieldset>
  )
}
