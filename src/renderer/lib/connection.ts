import { useSyncExternalStore } from 'react'
import { onEvent } from './events.ts'

let online = typeof navigator === 'undefined' || navigator.onLine

function subscribe(changed: () => void): () => void {
  return onEvent('connection.changed', (connection) => {
    online = connection.online
    changed()
  })
}

/** Whether this computer has a network, as main last said. */
export const useOnline = () => useSyncExternalStore(subscribe, () => online)
