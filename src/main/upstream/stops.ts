/** Who is told when a signal stops everything, by signal. */
const waiting = new WeakMap<AbortSignal, { stops: Set<() => void>; all: () => void }>()

/**
 * Calls `stop` when the signal is aborted; answers how to stop listening. A signal has one listener however many exchanges it
 * may stop: a bulk run has one signal for ten thousand, and a listener more or less is most of what one costs. It goes with the
 * last of them, since a signal of signals that is listened to is never collected.
 */
export function onStop(signal: AbortSignal, stop: () => void): () => void {
  const known = waiting.get(signal)
  const stops = known?.stops ?? new Set()
  const all = known?.all ?? (() => [...stops].forEach((each) => each()))
  if (!known) {
    waiting.set(signal, { stops, all })
    signal.addEventListener('abort', all, { once: true })
  }
  stops.add(stop)
  return () => {
    if (!stops.delete(stop) || stops.size > 0) return
    waiting.delete(signal)
    signal.removeEventListener('abort', all)
  }
}
