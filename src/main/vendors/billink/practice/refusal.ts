import { answer, statusWords, type Refuse } from '../../../practice/reaction.ts'

/** `code`, `message` and `error`, all three documented; what the number means is not, so it repeats the status. */
export const refuseDispute: Refuse = (status, message = statusWords(status), headers) =>
  answer(status, { code: status, message, error: statusWords(status) }, headers)
