import type { MessageId } from '#shared/languages/index.ts'
import { attachmentFormatSchema, otherExtensions, warnFileBytes } from '#shared/domain/attachment.ts'
import { safeFileName } from '../../../storage/safe-file-name.ts'
import { maxFileBytesOf, type BillinkSettings } from '#shared/vendors/billink/settings.ts'
import type { Choice } from '#shared/domain/account-fields.ts'
import { completeDisputeSchema, type CompleteDispute } from '#shared/vendors/billink/dispute.ts'
import { fieldMessagesOf, type FieldMessages, type Message } from '#shared/domain/message.ts'
import type { FileEntry, FoundFile } from '../../../bulk/vocabulary/files.ts'
import type { CheckedRow } from '../../../bulk/vocabulary/bulk-vendor.ts'
import type { PlannedRow } from '../../../bulk/vocabulary/planned-row.ts'

/** What the account adds to every row, and where the files are that rows name. */
export interface DisputeContext {
  categories: readonly Choice[]
  locales: readonly Choice[]
  maxFileBytes: number
  /** Null until a folder or ZIP was chosen. */
  findFile: ((name: string) => FoundFile) | null
}

export const disputeContextOf = (settings: BillinkSettings, findFile: DisputeContext['findFile']): DisputeContext => ({
  categories: settings.categories,
  locales: settings.locales,
  maxFileBytes: maxFileBytesOf(settings),
  findFile,
})

/** Checks a row as the single form does. Of its file the name, kind and size are looked at; what is in it, when it is attached. */
export function checkDispute({ values, problems: found }: PlannedRow, context: DisputeContext): CheckedRow<CompleteDispute> {
  const warnings: Message[] = []
  const choose = (written: string, choices: readonly Choice[]) => {
    const choice = chosen(written, choices)
    // What the list does not have may be a slip: Billink may not know it.
    if (choices.length > 0 && choice !== '' && !choices.some(({ id }) => id === choice)) {
      warnings.push({ id: 'bulk.row.choiceOutside', values: { value: choice } })
    }
    if (choice === written.trim()) return written
    warnings.push({ id: 'bulk.row.choiceMapped', values: { from: written.trim(), to: choice } })
    return choice
  }
  const parsed = completeDisputeSchema.safeParse({
    invoice: values.invoice ?? '',
    customerName: values.customerName ?? '',
    customerEmail: values.customerEmail ?? '',
    category: choose(values.category ?? '', context.categories),
    locale: choose(values.locale ?? '', context.locales),
    message: values.message ?? '',
  })
  const file = fileOf(values.file ?? '', context)
  if (file.entry && file.entry.bytes > warnFileBytes) warnings.push({ id: 'bulk.file.large' })
  const problems: FieldMessages = {
    ...(parsed.success ? {} : fieldMessagesOf(parsed.error)),
    ...(file.problem ? { file: [file.problem] } : {}),
    ...found,
  }
  const sound = parsed.success && Object.keys(problems).length === 0
  return { complete: sound ? parsed.data : null, file: sound ? file.entry : null, problems, warnings }
}

/** Clerks write the words that the form shows; Billink wants what stands behind them. Anything else goes as it is, as in the form. */
function chosen(written: string, choices: readonly Choice[]): string {
  const text = written.trim()
  if (choices.some(({ id }) => id === text)) return text
  const lower = text.toLowerCase()
  return choices.find(({ id, label }) => id.toLowerCase() === lower || label.toLowerCase() === lower)?.id ?? text
}

/** Billink takes one file with a dispute. */
const isList = (name: string) => name.split(/[;,|\n]/).filter((part) => /\.\w{2,5}\s*$/.test(part)).length > 1

function fileOf(written: string, { findFile, maxFileBytes }: DisputeContext): { entry: FileEntry | null; problem?: Message } {
  const name = written.trim()
  if (name === '') return { entry: null }
  const refuse = (id: MessageId, values: Record<string, string | number> = { name }) => ({ entry: null, problem: { id, values } })
  if (!findFile) return refuse('bulk.file.noSource')
  const found = findFile(name)
  if (!found.entry)
    return refuse(found.problem === 'missing' && isList(name) ? 'bulk.file.several' : `bulk.file.${found.problem}`)
  const base = safeFileName(found.entry.name)
  const dot = base.lastIndexOf('.')
  const extension = base.slice(dot + 1).toLowerCase()
  if (dot <= 0 || extension === '') return refuse('attachment.noExtension', { name: base })
  const rightExtension = otherExtensions[extension]
  if (rightExtension) return refuse('attachment.otherEnding', { name: base, rightExtension })
  if (!attachmentFormatSchema.safeParse(extension).success) return refuse('attachment.format', { name: base, extension })
  if (found.entry.bytes === 0) return refuse('attachment.empty', { name: base })
  if (found.entry.bytes > maxFileBytes) {
    const megabytes = (bytes: number) => Math.ceil((bytes / 1024 / 1024) * 10) / 10
    return refuse('attachment.tooLargeNamed', {
      name: base,
      size: megabytes(found.entry.bytes),
      limit: Math.round(maxFileBytes / 1024 / 1024),
    })
  }
  return { entry: found.entry }
}
