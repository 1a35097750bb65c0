import type { VendorReasons } from './status-reasons.ts'
import type { Evidence, Outcome } from './types.ts'

type Made = Pick<Outcome, 'state' | 'reason'> & Partial<Outcome>

/**
 * What a try makes of its item that stopped at what it read: nothing of it left, so that nothing is ever in doubt. Null where no
 * answer came at all: that is told as of any request that was not sent.
 */
export function outcomeOfReading(evidence: Evidence, reasons: VendorReasons): Made | null {
  const { status, vendor, retryAfterMs } = evidence
  const { name } = reasons
  if (vendor.says === 'success') return { state: 'sent', reason: { id: 'outcome.stoodThere', values: { vendor: name } } }
  if (vendor.says === 'halt') {
    const { reason, asks, fields } = vendor
    return asks ? { state: 'queued', asks, reason } : { state: 'rejected', reason, fields }
  }
  if (status === null) return null
  if (status === 429) return { state: 'queued', reason: { id: 'outcome.tooMany', values: { vendor: name } }, retryAfterMs }
  if (status === 401 || status === 403)
    return {
      state: 'held',
      reason: { id: status === 401 ? 'outcome.keyRefused' : 'outcome.forbidden', values: { vendor: name } },
    }
  const isRefused = status >= 400 && status < 500 && status !== 408 && vendor.says === 'error'
  if (isRefused)
    return {
      state: 'rejected',
      reason: reasons.refused(status) ?? { id: 'outcome.rejected', values: { vendor: name, status } },
      fields: vendor.fields,
    }
  return { state: 'queued', reason: { id: 'outcome.notRead', values: { vendor: name, status } }, retryAfterMs }
}
