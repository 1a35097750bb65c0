/** What a life of the clerk is given. */
export interface Orders {
  folder: string
  url: string
  seed: number
  /** Makes what this life writes different from what another wrote; letters and digits. */
  life: string
  epoch: number
  /** Lets all leave that may, decides the rest, and goes; without it the clerk works until killed. */
  finish: boolean
}

/** What the clerk says. */
export type ClerkEvent =
  | { type: 'ready' }
  | { type: 'filed'; item: string }
  /** It is for a person, who sees what stands there. */
  | { type: 'asks'; paymentID: string; note: string }
  | { type: 'trouble'; text: string }

/** How much faster the desk's time goes than ours. */
export const timeFactor = 50
