import type { Handlers } from '#shared/ipc/procedure.ts'
import type { templatesContract } from '#shared/ipc/templates-contract.ts'
import { emptyTemplate, type Template } from '#shared/domain/template.ts'
import { ago } from './sample-moments.ts'

const sample = (id: string, used: number, name: string, text: string, narrowed = {}): Template => ({
  id,
  kind: 'dispute',
  fields: { ...emptyTemplate, name, text, narrowed },
  revision: 1,
  used,
  usedAt: used > 0 ? ago(used) : null,
  createdAt: ago(900),
  updatedAt: ago(900),
})

/** Texts of a clerk who works here for some time. */
export function fakeTemplates(changed: () => void): Handlers<typeof templatesContract>['templates'] {
  let all: Template[] = [
    sample('t1', 41, 'Retour ontvangen', 'Beste {naam},\n\nDe retourzending van factuur {factuur} is op {datum} ontvangen.', {
      category: 'retour',
      locale: 'nl',
    }),
    sample('t2', 12, 'Parcel lost', 'Dear {name},\n\nThe parcel of invoice {invoice} was lost because of {reason}.', {
      locale: 'en',
    }),
    sample('t3', 0, '', 'Klant {naam} heeft {bedrag} al betaald.'),
  ]
  const put = (template: Template) => {
    all = [...all.filter(({ id }) => id !== template.id), template]
    changed()
    return template
  }
  const of = (id: string) => {
    const found = all.find((template) => template.id === id)
    if (!found) throw new Error('No such template')
    return found
  }
  return {
    list: () => all.toSorted((a, b) => b.used - a.used),
    get: ({ id }) => of(id),
    create: ({ kind, fields }) =>
      put({ ...sample(crypto.randomUUID(), 0, '', ''), kind, fields: { ...emptyTemplate, ...fields } as Template['fields'] }),
    save: ({ id, revision, fields }) => put({ ...of(id), revision, fields }),
    use({ id }) {
      put({ ...of(id), used: of(id).used + 1 })
      return {}
    },
    remove({ id }) {
      all = all.filter((template) => template.id !== id)
      changed()
      return {}
    },
    restore: put,
  }
}
