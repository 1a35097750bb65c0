import { useQuery } from '@tanstack/react-query'
import type { TeamView } from '#shared/domain/team.ts'
import { client, unwrap } from './client.ts'
import { keys } from './query.ts'

/** How this desk stands with its team; undefined until main has said. */
export const useTeam = (): TeamView | undefined =>
  useQuery({ queryKey: keys.team, queryFn: () => unwrap(client.team.get(undefined)) }).data
