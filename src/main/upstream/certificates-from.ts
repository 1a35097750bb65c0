import type { EventEmitter } from 'node:events'
import type { FreshCertificates } from './trust.ts'

/** As much of Electron's utility process as is needed here. */
interface Process extends EventEmitter {
  kill(): boolean
}

/** How long reading some hundreds of certificates may take, process included; milliseconds. */
const patienceMs = 10_000

const isList = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((one): one is string => typeof one === 'string')

/**
 * Reads what this computer trusts in a process that tells it and ends. A packaged app cannot run itself as Node, so the app's
 * shell says how one is started.
 */
export const certificatesFrom =
  (start: () => Process): FreshCertificates =>
  () =>
    new Promise((resolve, reject) => {
      const reader = start()
      const timer = setTimeout(() => {
        reader.kill()
        reject(new Error('The certificates were not read in time'))
      }, patienceMs)
      reader.once('message', (list: unknown) => {
        clearTimeout(timer)
        reader.kill()
        if (isList(list)) resolve(list)
        else reject(new Error('No certificates'))
      })
      reader.once('exit', () => {
        clearTimeout(timer)
        reject(new Error('The certificates were not read'))
      })
    })
