import type { Say } from '../../lib/i18n.tsx'

const known = [
  'arrived',
  'send-again',
  'close',
  'keep',
  'cancel',
  'send-now',
  'edit',
  'release',
  'dismiss',
  'look-again',
] as const

/** What a person decided; a word of another version stays as it is. */
export function decisionWords(say: Say, decision: string): string {
  const name = known.find((candidate) => candidate === decision)
  return name ? say(`item.decision.${name}`) : decision
}
