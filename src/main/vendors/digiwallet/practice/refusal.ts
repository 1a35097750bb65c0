import { answer, statusWords, type Refuse } from '../../../practice/reaction.ts'

/** Every refusal without `errors` has the two documented elements, `status` 1 and a `message`. */
export const refuseNote: Refuse = (status, message = statusWords(status), headers) =>
  answer(status, { status: 1, message }, headers)
