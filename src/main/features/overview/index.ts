import type { overviewContract } from '#shared/ipc/overview-contract.ts'
import type { GroupHandlers } from '#shared/ipc/procedure.ts'
import type { HistorySearcher } from '../../storage/history-search/searcher.ts'
import type { Overview, OverviewAsked } from '#shared/domain/overview.ts'
import { overviewRows, type OverviewWords } from './rows.ts'

/** Where a table goes, and whether it may: the same for all tables of what was filed. */
export interface TableSaving {
  /** Asks for a place and writes the rows there; false where the person thought better of it. */
  saveTable(name: string, format: 'csv' | 'xlsx', rows: AsyncIterable<string[][]>): Promise<boolean>
}

export interface OverviewDeps extends TableSaving {
  counter: Pick<HistorySearcher, 'overview'>
  /** The same of the team, for its managers. */
  team(asked: OverviewAsked): Promise<Overview>
  words(): OverviewWords
}

/** What was done in a period: counted beside main's own thread, shown and saved. */
export function overview({
  counter,
  team,
  words,
  saveTable,
}: OverviewDeps): GroupHandlers<(typeof overviewContract)['overview']> {
  const count = (asked: OverviewAsked) => (asked.whose === 'team' ? team(asked) : counter.overview(asked))
  return {
    get: count,
    async export({ asked, format }) {
      const say = words()
      const rows = async function* () {
        yield overviewRows(asked, await count(asked), say)
      }
      const title = asked.whose === 'team' ? 'overview.title.team' : 'overview.title'
      return { saved: await saveTable(say({ id: title }), format, rows()) }
    },
  }
}
