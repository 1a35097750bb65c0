import { wordOf } from '../../../bulk/vocabulary/action-words.ts'

const tests: readonly (readonly [boolean, readonly string[]])[] = [
  [true, ['1', 'ja', 'j', 'yes', 'y', 'true', 'waar', 'test', 'aan', 'on']],
  [false, ['0', 'nee', 'n', 'no', 'false', 'onwaar', 'echt', 'live', 'uit', 'off']],
]
const byWord = new Map(tests.flatMap(([test, words]) => words.map((word) => [word, test] as const)))

/** Whether a row is a test; null where it says something else, or nothing. */
export const testIn = (cell: string): boolean | null => byWord.get(wordOf(cell)) ?? null
