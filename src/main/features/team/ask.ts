import { AppFailure, gone } from '../../ipc/failure.ts'
import type { TeamRecords } from '../../storage/team-records.ts'
import { HelloFirst, TeamFailure } from '../../team/failures.ts'
import { teamMessage } from '../../team/sentences.ts'
import type { Session } from '../../team/session.ts'
import type { Caller } from '../../team/store.ts'
import type { Team } from '../../team/team.ts'

const connecting = () => new AppFailure({ kind: 'invalid', message: { id: 'team.history.connecting' } })

/** Asks the team's database for a screen: whatever keeps it from answering is a sentence. */
export function teamAsker({ team, records }: { team: Pick<Team, 'session'>; records: Pick<TeamRecords, 'link'> }) {
  return {
    async ask<T>(call: (session: Session) => Promise<T>): Promise<T> {
      const { session } = team
      const link = records.link()
      if (!session || !link) throw gone()
      try {
        return await call(session)
      } catch (error) {
        if (error instanceof HelloFirst) session.publisher.lost(error)
        if (error instanceof HelloFirst) throw connecting()
        if (error instanceof TeamFailure) throw new AppFailure({ kind: 'invalid', message: teamMessage(error.trouble, link) })
        throw error
      }
    },
    callerOf({ publisher }: Session): Caller {
      if (!publisher.by) throw connecting()
      return publisher.by
    },
  }
}
