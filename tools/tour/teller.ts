import type { Stop } from '#tools/manual/stops.ts'

/** What the story is told to: takes pictures and prints answers. */
export interface Teller {
  say(sentence: string): void
  /** `heading` is brought to the top first. */
  picture(stop: Stop, heading?: RegExp): Promise<void>
  /** Prints what the vendor answered to the newest item. */
  answer(): Promise<void>
  /** Prints what became of each row of the newest bulk run. */
  run(): Promise<void>
}
