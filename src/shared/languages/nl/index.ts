import { sentences as account } from './account.ts'
import { sentences as attachment } from './attachment.ts'
import { sentences as backup } from './backup.ts'
import { sentences as bulk } from './bulk.ts'
import { sentences as bulkCheck } from './bulk-check.ts'
import { sentences as bulkRows } from './bulk-rows.ts'
import { sentences as bulkColumns } from './bulk-columns.ts'
import { sentences as bulkFile } from './bulk-file.ts'
import { sentences as bulkFiles } from './bulk-files.ts'
import { sentences as bulkReading } from './bulk-reading.ts'
import { sentences as bulkResult } from './bulk-result.ts'
import { sentences as bulkRun } from './bulk-run.ts'
import { sentences as bulkSend } from './bulk-send.ts'
import { sentences as bulkUnderWay } from './bulk-under-way.ts'
import { sentences as damage } from './damage.ts'
import { sentences as damaged } from './damaged.ts'
import { sentences as draft } from './draft.ts'
import { sentences as evidence } from './evidence.ts'
import { sentences as failure } from './failure.ts'
import { sentences as history } from './history.ts'
import { sentences as keys } from './keys.ts'
import { sentences as ledger } from './ledger.ts'
import { sentences as ledgerDoubt } from './ledger-doubt.ts'
import { sentences as lib } from './lib.ts'
import { sentences as manual } from './manual.ts'
import { sentences as native } from './native.ts'
import { sentences as nativeShell } from './native-shell.ts'
import { sentences as onboarding } from './onboarding.ts'
import { sentences as outbox } from './outbox.ts'
import { sentences as outboxScreen } from './outbox-screen.ts'
import { sentences as outcome } from './outcome.ts'
import { sentences as overview } from './overview.ts'
import { sentences as policy } from './policy.ts'
import { sentences as preferences } from './preferences.ts'
import { sentences as privacy } from './privacy.ts'
import { sentences as proxy } from './proxy.ts'
import { sentences as settings } from './settings.ts'
import { sentences as shell } from './shell.ts'
import { sentences as submission } from './submission.ts'
import { sentences as team } from './team.ts'
import { sentences as teamDraft } from './team-draft.ts'
import { sentences as templates } from './templates.ts'
import { sentences as ui } from './ui.ts'
import { sentences as update } from './update.ts'
import { sentences as validation } from './validation.ts'

/** Dutch: the language that the desk is written in first, so that its sentences name all there are. */
export const nl = {
  /** As it calls itself, for who does not know the other. */
  name: 'Nederlands',
  /** How dates and numbers are written. */
  locale: 'nl-NL',
  sentences: {
    ...account,
    ...attachment,
    ...backup,
    ...bulk,
    ...bulkCheck,
    ...bulkRows,
    ...bulkColumns,
    ...bulkFile,
    ...bulkFiles,
    ...bulkReading,
    ...bulkResult,
    ...bulkRun,
    ...bulkSend,
    ...bulkUnderWay,
    ...damage,
    ...damaged,
    ...draft,
    ...evidence,
    ...failure,
    ...history,
    ...keys,
    ...ledger,
    ...ledgerDoubt,
    ...lib,
    ...manual,
    ...native,
    ...nativeShell,
    ...onboarding,
    ...outbox,
    ...outboxScreen,
    ...outcome,
    ...overview,
    ...policy,
    ...preferences,
    ...privacy,
    ...proxy,
    ...settings,
    ...shell,
    ...submission,
    ...team,
    ...teamDraft,
    ...templates,
    ...ui,
    ...update,
    ...validation,
  },
} as const
