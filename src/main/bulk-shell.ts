import { Notification, type BrowserWindow } from 'electron'
import type { BulkRun } from '#shared/domain/bulk.ts'
import type { BulkPorts } from './desk/bulk-ports.ts'
import type { NativeDialogs } from './dialogs.ts'
import type { Language } from '#shared/languages/index.ts'
import type { Say } from './text/say.ts'

export interface BulkShellDeps {
  window(): BrowserWindow | null
  dialogs: Pick<NativeDialogs, 'chooseTable' | 'chooseFiles' | 'chooseSave'>
  say(): Say
  locale(): Language
  /** A person clicked what the system said of this run. */
  show(runId: string): void
}

/** What the system says of a run that ended or pauses: to whom is looking elsewhere, with the numbers. */
export function sentencesOf({ fileName, state, progress }: BulkRun, say: Say): { title: string; body: string } {
  const { sent = 0, rejected = 0, unknown = 0, left = 0, notSent = 0 } = progress ?? {}
  const counts = say('run.counts', { sent, rejected, unknown, rest: notSent })
  if (state !== 'paused')
    return { title: say(state === 'stopped' ? 'run.stopped' : 'run.done', { name: fileName }), body: counts }
  return { title: say('run.paused', { name: fileName }), body: `${counts} ${say('run.needsYou', { left })}` }
}

/** Electron's part in bulk runs: dialogs, notifications and the bar in the taskbar. */
export function bulkShell({ window, dialogs, say, locale, show }: BulkShellDeps): BulkPorts {
  // The system drops what nobody refers to, and a click on it with it.
  const shown = new Set<Notification>()
  return {
    chooseTable: dialogs.chooseTable,
    chooseFiles: dialogs.chooseFiles,
    chooseSave: dialogs.chooseSave,
    language: locale,
    notify(run) {
      if (!Notification.isSupported()) return
      const notification = new Notification(sentencesOf(run, say()))
      shown.add(notification)
      notification.on('close', () => shown.delete(notification))
      notification.on('click', () => show(run.id))
      notification.show()
    },
    showProgress(part) {
      const current = window()
      // Below zero takes the bar away.
      if (current && !current.isDestroyed()) current.setProgressBar(part ?? -1)
    },
  }
}
