/** What the naive client makes of a vendor that is gone. */
export interface NaiveStorm {
  tries: number
  /** Whether the item for the other vendor got through in that time. */
  otherSent: boolean
}

/** One queue, as in naive/client.ts: what failed stays in front and is tried again. */
export async function waitNaively(count: number, gone: string, other: string, forMs: number): Promise<NaiveStorm> {
  const queue = [...Array.from({ length: count }, () => gone), other]
  const end = performance.now() + forMs
  let tries = 0
  while (queue[0] !== undefined && performance.now() < end) {
    tries += 1
    const isSent = await fetch(queue[0], { method: 'POST', body: '{}' }).then(
      (response) => response.ok,
      () => false,
    )
    if (isSent) queue.shift()
    else await new Promise((resolve) => setTimeout(resolve, 100))
  }
  return { tries, otherSent: queue.length === 0 }
}
