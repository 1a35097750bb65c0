import { checkMessages } from './check-messages.ts'
import { columnsMessages } from './columns-messages.ts'
import { fileMessages } from './file-messages.ts'
import { resultMessages } from './result-messages.ts'
import { runMessages } from './run-messages.ts'
import { sendMessages } from './send-messages.ts'

/** Sentences of the bulk screens; what main says of a file, a row or a run has its own catalogue. */
export const bulkScreenMessages = {
  nl: {
    ...runMessages.nl,
    ...fileMessages.nl,
    ...columnsMessages.nl,
    ...checkMessages.nl,
    ...sendMessages.nl,
    ...resultMessages.nl,
  },
  en: {
    ...runMessages.en,
    ...fileMessages.en,
    ...columnsMessages.en,
    ...checkMessages.en,
    ...sendMessages.en,
    ...resultMessages.en,
  },
} as const
