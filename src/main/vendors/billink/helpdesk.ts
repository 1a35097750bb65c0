import type { DisputePayload } from '#shared/vendors/billink/dispute.ts'
import type { BillinkSettings } from '#shared/vendors/billink/settings.ts'
import type { RequestToldOf } from '../vendor.ts'

/** A dispute's request as Billink's helpdesk needs it. SECURITY: of the file its name and size alone. */
export function helpdeskLines(
  { dispute }: DisputePayload,
  { url, settings, attachment }: RequestToldOf<BillinkSettings>,
): string[] {
  return [
    `POST ${url}`,
    `${settings?.idField ?? 'billinkId'}: •••`,
    ...(settings ? [`billinkUsername: ${settings.username}`] : []),
    ...Object.entries(dispute).map(([name, value]) => `${name}: ${value}`),
    ...(attachment ? [`fileName: ${attachment.name}`, `file: ${attachment.bytes} bytes`] : []),
  ]
}
