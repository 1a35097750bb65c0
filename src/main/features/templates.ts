import { randomUUID } from 'node:crypto'
import type { GroupHandlers } from '#shared/ipc/procedure.ts'
import type { templatesContract } from '#shared/ipc/templates-contract.ts'
import { emptyTemplate, isEmptyTemplate, type Template } from '#shared/domain/template.ts'
import { gone } from '../ipc/failure.ts'
import type { TemplateRecords } from '../storage/templates.ts'
import type { Clock } from '../submissions/clock.ts'

interface TemplatesDeps {
  records: TemplateRecords
  clock: Clock
  onChange(): void
}

/** The clerk's own texts, kept as typed; nothing here knows what they are put in. */
export function templates({ records, clock, onChange }: TemplatesDeps): GroupHandlers<(typeof templatesContract)['templates']> {
  const stored = (id: string): Template => {
    const template = records.get(id)
    if (!template) throw gone()
    return template
  }
  const changed = (isThere: boolean) => {
    if (!isThere) throw gone()
    onChange()
    return {}
  }
  return {
    list: () => records.list(),
    get: ({ id }) => stored(id),
    create({ kind, fields }) {
      const at = new Date(clock.now()).toISOString()
      const id = randomUUID()
      records.insert({
        id,
        kind,
        fields: {
          name: fields.name ?? emptyTemplate.name,
          text: fields.text ?? emptyTemplate.text,
          accountId: fields.accountId ?? emptyTemplate.accountId,
          narrowed: fields.narrowed ?? emptyTemplate.narrowed,
        },
        revision: 1,
        used: 0,
        usedAt: null,
        createdAt: at,
        updatedAt: at,
      })
      onChange()
      return stored(id)
    },
    save({ id, revision, fields }) {
      if (records.save(id, revision, fields, clock.now())) onChange()
      return stored(id)
    },
    use: ({ id }) => changed(records.use(id, clock.now())),
    remove: ({ id }) => changed(records.remove(id)),
    restore(template) {
      records.insert(template)
      onChange()
      return stored(template.id)
    },
  }
}

/** What was begun and left empty, before anyone opens it: at the start of a session. */
export function removeEmptyTemplates(records: TemplateRecords): void {
  for (const { id, fields } of records.list()) if (isEmptyTemplate(fields)) records.remove(id)
}
