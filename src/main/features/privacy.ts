import type { contract } from '#shared/ipc/contract.ts'
import type { GroupHandlers } from '#shared/ipc/procedure.ts'
import { AppFailure, gone } from '../ipc/failure.ts'
import type { Erasing } from '../privacy/erasing.ts'
import type { PersonFinder, PersonFound } from '../privacy/find-person.ts'
import type { HandingOver } from '../privacy/hand-over.ts'
import type { ErasureTargets } from '../storage/person-erasure.ts'
import type { TraceKeeper } from '../storage/traces.ts'

export interface PrivacyDeps {
  find: PersonFinder
  erasing: Pick<Erasing, 'begin' | 'state'>
  handOver: HandingOver
  sweep(): Promise<void>
  sweptAt(): number | null
  /** Where the key of what stays of erased items lies; null where nothing was erased. */
  traceKey(): Exclude<TraceKeeper, 'nowhere'> | null
  chooseFolder(): Promise<string | null>
}

/** One person is looked for at a time; what was found of the one before is forgotten. */
export function privacy(deps: PrivacyDeps): GroupHandlers<(typeof contract)['privacy']> {
  let last: PersonFound | null = null
  const found = (searchId: string): PersonFound => {
    if (last?.searchId !== searchId) throw gone()
    return last
  }
  return {
    state() {
      const at = deps.sweptAt()
      return { sweptAt: at === null ? null : new Date(at).toISOString(), traceKey: deps.traceKey(), ...deps.erasing.state() }
    },
    async sweep() {
      await deps.sweep()
      return {}
    },
    async find({ terms }) {
      last = await deps.find(terms)
      return { searchId: last.searchId, places: last.places }
    },
    async erase({ searchId, places }) {
      const { terms } = found(searchId)
      // What was shown may have moved on: it is looked for once more, and refused by what holds now.
      const now = await deps.find(terms)
      const chosen = new Set(places)
      if (now.places.some(({ id, refusal }) => chosen.has(id) && refusal !== null))
        throw new AppFailure({ kind: 'invalid', message: { id: 'privacy.erase.moved' } })
      deps.erasing.begin(
        together(
          terms,
          [...now.targets].filter(([id]) => chosen.has(id)).map(([, target]) => target),
        ),
      )
      last = null
      return {}
    },
    async handOver({ searchId }) {
      const person = found(searchId)
      const parent = await deps.chooseFolder()
      if (parent === null) return { folder: null }
      return { folder: await deps.handOver(person, parent) }
    },
  }
}

const together = (terms: readonly string[], targets: readonly Partial<ErasureTargets>[]): ErasureTargets => ({
  terms: [...terms],
  items: targets.flatMap(({ items = [] }) => items),
  drafts: targets.flatMap(({ drafts = [] }) => drafts),
  runs: targets.flatMap(({ runs = [] }) => runs),
  plans: targets.flatMap(({ plans = [] }) => plans),
  searches: targets.flatMap(({ searches = [] }) => searches),
  templates: targets.flatMap(({ templates = [] }) => templates),
  attachments: targets.flatMap(({ attachments = [] }) => attachments),
  logs: targets.some(({ logs }) => logs === true),
  preferences: targets.some(({ preferences }) => preferences === true),
  files: targets.flatMap(({ files = [] }) => files),
})
