import { factsOf, vendorName, type Kind } from '#shared/domain/kinds.ts'
import type { DossierItem } from '#shared/domain/dossier.ts'
import type { Message } from '#shared/domain/message.ts'
import type { SubmissionDetail } from '#shared/domain/submission-detail.ts'
import type { Block, DossierText } from '../../evidence-worker/protocol.ts'
import type { Format } from '../../lib/format.ts'
import type { Say } from '../../lib/i18n.tsx'
import { prettyAnswer } from '../../lib/vendor-answer.ts'
import type { PayloadOf, RendererVendors } from '../../vendors/vendor.ts'
import { decisionWords } from './decision-words.ts'
import { fieldWords, sayStatus, titleOf, vendorOf } from './words.ts'

/** What sentences are made with. */
export interface Printing {
  say: Say
  sayMessage: (message: Message) => string
  format: Format
  vendors: RendererVendors
}

/** An answer that is longer says nothing more to a reader. */
const answerLength = 6000

const pair = (label: string, text: string | null | undefined): Block[] => (text ? [{ kind: 'pair', label, text }] : [])
const heading = (text: string): Block => ({ kind: 'heading', text })

function head({ summary }: DossierItem, { say, format }: Printing): Block[] {
  const environment = [
    ...(summary.environment === 'production' ? [] : [say(`ui.environment.${summary.environment}`)]),
    ...(summary.test ? [say('ui.environment.test')] : []),
  ]
  return [
    { kind: 'title', text: [titleOf(say, summary), ...environment].join(' · ') },
    ...pair(
      say('history.state'),
      say(summary.confirmedByPerson ? 'history.file.byPerson' : 'history.file.state', {
        state: say(`ui.status.${summary.state}`),
      }),
    ),
    ...pair(say('item.account'), `${summary.accountName} (${vendorOf(summary)})`),
    ...pair(say('item.createdAt'), format.exactMoment(summary.createdAt)),
    ...pair(say('item.stateAt'), format.exactMoment(summary.stateAt)),
    ...pair(say('damaged.vendorNumber'), summary.vendorNumber),
    ...pair(say('history.file.id'), summary.id),
  ]
}

/** Typed by kind, so that each vendor is given items of its own. */
const printedBy = <K extends Kind>(vendors: RendererVendors, kind: K, payload: PayloadOf<K>, say: Say) =>
  vendors[kind].printed(payload, say)

/** What was sent, as its vendor's folder names it, and what went with it by name, size and hash. */
function sent({ payload, attachment }: SubmissionDetail, { say, format, vendors }: Printing): Block[] {
  const lines = printedBy(vendors, payload.kind, payload, say)
  return [
    heading(say('item.section.content')),
    ...lines.flatMap(([label, text]) => pair(label, text)),
    ...(attachment
      ? [
          ...pair(say('field.file'), `${attachment.name} (${format.bytes(attachment.bytes)})`),
          ...pair(say('item.attachment.sha256'), attachment.sha256),
          ...(attachment.state === 'erased'
            ? pair('', say('item.attachment.erased', { at: format.date(attachment.erasedAt ?? '') }))
            : attachment.state === 'lost'
              ? pair('', say('item.attachment.lost'))
              : []),
        ]
      : []),
  ]
}

/** The vendor's last word: in our sentence, in its own, and as it came. */
function answer({ reason, head: said, fields, attempts }: SubmissionDetail, { say, sayMessage }: Printing): Block[] {
  const raw = attempts.findLast((attempt) => attempt.answer !== null)?.answer ?? null
  const words = [
    ...(reason ? [sayMessage(reason)] : []),
    ...said.map(sayMessage),
    ...Object.entries(fields).flatMap(([field, messages]) =>
      messages.map((message) => `${fieldWords(say, field)}: ${sayMessage(message)}`),
    ),
  ]
  if (words.length === 0 && raw === null) return []
  return [
    heading(say('history.file.answer')),
    ...words.map((text): Block => ({ kind: 'text', text })),
    ...(raw === null ? [] : pair(say('item.attempt.raw'), prettyAnswer(raw).slice(0, answerLength))),
  ]
}

/** All that happened, the oldest first: when, who, what. */
function timeline(item: SubmissionDetail, { say, sayMessage, format }: Printing): Block[] {
  const vendor = vendorName(factsOf(item.kind).vendor)
  const clerk = say('history.file.clerk')
  const moments = [
    { at: item.createdAt, who: clerk, what: say('history.file.filed') },
    ...item.attempts.map(({ number, startedAt, endedAt, request, status, stateAfter, reason }) => ({
      at: startedAt,
      who: 'Balie',
      what: [
        `${say('item.attempt', { number })}: ${request.method} ${request.host}`,
        endedAt === null || status === null ? say('item.attempt.noAnswer') : `${vendor}: ${sayStatus(say, status)}`,
        ...(stateAfter ? [say(`ui.status.${stateAfter}`)] : []),
        ...(reason ? [sayMessage(reason)] : []),
      ].join('. '),
    })),
    ...item.decisions.map(({ at, decision, detail }) => ({
      at,
      who: clerk,
      what: [decisionWords(say, decision), ...(detail === null ? [] : [detail])].join(': '),
    })),
  ]
  return [
    heading(say('history.file.timeline')),
    ...moments
      .toSorted((a, b) => a.at.localeCompare(b.at))
      .flatMap(({ at, who, what }) => pair(format.exactMoment(at), `${who}: ${what}`)),
  ]
}

/** Items as a dispute file tells of them, in the person's language. */
export function dossierText(items: readonly DossierItem[], printing: Printing, now: Date): DossierText {
  const { say, format } = printing
  return {
    foot: say('history.file.foot', { at: format.exactMoment(now.toISOString(), now) }),
    items: items.map((item) => {
      const { detail, summary } = item
      const erased = summary.textGoneAt ? say('item.erased.text') : say('damage.item')
      const blocks = detail
        ? [...head(item, printing), ...sent(detail, printing), ...answer(detail, printing), ...timeline(detail, printing)]
        : [...head(item, printing), { kind: 'text', text: erased } as const]
      const name = detail?.attachment?.name ?? ''
      return {
        blocks,
        file: item.file && {
          name,
          title: say('history.file.attachment', { subject: summary.subject, name }),
          notShown: say('history.file.notShown', { name }),
        },
      }
    }),
  }
}
