import type * as z from 'zod'
import type { bulkContract } from '#shared/ipc/bulk-contract.ts'
import type { Say } from '../../text/say.ts'
import { pastedSource } from '../../bulk/reading/pasted.ts'
import type { HeaderNames } from '../../bulk/vocabulary/column-names.ts'
import { AppFailure } from '../../ipc/failure.ts'
import { openSource, type Source, type SourceFile } from '../../storage/source-file.ts'

export interface ChoosingDeps {
  takeToken(token: string): Source | null
  chooseTable(): Promise<string | null>
  say: Say
  /** What columns are called, whatever a table is of. */
  names: HeaderNames
}

type Chosen = z.output<typeof bulkContract.bulk.open.input>['source']

/** The table a person picked, dropped or pasted; null where they thought better of it. */
export async function chosenTable(source: Chosen, deps: ChoosingDeps): Promise<SourceFile | null> {
  if (source.from === 'pasted') return pastedSource(source.text, deps.say('bulkFile.name.pasted'), deps.names)
  if (source.from === 'token') {
    const given = deps.takeToken(source.token)
    if (!given) throw new AppFailure({ kind: 'invalid', message: { id: 'attachment.tokenGone' } })
    return openSource(given)
  }
  const path = await deps.chooseTable()
  return path === null ? null : openSource({ path })
}
