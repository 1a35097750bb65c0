import type { NativeDialogs } from './dialogs.ts'
import { LedgerMissing, LedgerSealed } from './storage/ledger-failures.ts'
import type { LedgerDoubt } from './storage/ledger-identity/doubt.ts'
import type { LedgerQuestions } from './storage/ledger-identity/open.ts'
import type { Say } from './text/say.ts'

export interface LedgerDialogsDeps {
  dialogs: Pick<NativeDialogs, 'ask' | 'errorBox'>
  say: () => Say
  /** Ends the app at once: nothing may be written any more. */
  exit(): void
  log(message: string, error: unknown): void
}

/** What a person is asked before the ledger is touched, and told of it. Quitting is the answer of whoever does not answer. */
export function ledgerDialogs({ dialogs, say, exit, log }: LedgerDialogsDeps) {
  const orQuit = async (message: string, detail: string, goOn: string): Promise<boolean> => {
    const buttons = [say()('ledger.quit'), goOn]
    return (await dialogs.ask({ type: 'warning', message, detail, buttons, defaultId: 0, cancelId: 0, noLink: true })) === 1
  }
  return {
    async startEmpty(why) {
      const t = say()
      const [title, text] =
        why instanceof LedgerMissing
          ? (['ledger.missingTitle', 'ledger.missing'] as const)
          : why instanceof LedgerSealed
            ? (['ledger.sealedTitle', `ledger.sealed.${why.reason}`] as const)
            : (['ledger.damagedTitle', 'ledger.damaged'] as const)
      why.wasTold = true
      const detail = `${t(text, { file: why.file })}\n\n${t('ledger.startEmptyDetail')}`
      return orQuit(t(title), detail, t('ledger.startEmpty'))
    },
    takeOver({ host, heartbeat }) {
      const t = say()
      return orQuit(t('ledger.elsewhereTitle', { host }), t('ledger.elsewhere', { host, at: heartbeat }), t('ledger.takeOver'))
    },
    inDoubt(doubt: LedgerDoubt): void {
      const t = say()
      const detail = `${t(`ledger.doubt.${doubt}`)}\n\n${t('ledger.doubtDetail')}`
      dialogs
        .ask({ type: 'warning', message: t('ledger.doubtTitle'), detail, buttons: ['OK'], noLink: true })
        .catch((error: unknown) => log('A doubt about the ledger could not be told', error))
    },
    takenOver(): void {
      const t = say()
      dialogs.errorBox(t('ledger.takenOverTitle'), t('ledger.takenOver'))
      exit()
    },
  } satisfies LedgerQuestions & Record<string, unknown>
}
