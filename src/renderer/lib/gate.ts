import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEvent } from './events.ts'
import { client, unwrap } from './client.ts'
import { keys } from './query.ts'

/** Whether what lies here can be read; null until main has answered. */
export function useGate() {
  const queries = useQueryClient()
  useEvent('unlock.changed', (gate) => queries.setQueryData(keys.gate, gate))
  return useQuery({ queryKey: keys.gate, queryFn: () => unwrap(client.unlock.state(undefined)) }).data ?? null
}

/** The ways to the keys, as they are set. */
export const useKeysStatus = () =>
  useQuery({ queryKey: keys.keysStatus, queryFn: () => unwrap(client.keys.status(undefined)) }).data ?? null

/** What is known of backups made here. */
export const useBackupStatus = () =>
  useQuery({ queryKey: keys.backupStatus, queryFn: () => unwrap(client.backup.status(undefined)) }).data ?? null
