import { practiceApiKey, practiceBillinkId, practiceBillinkUsername } from './credentials.ts'
import { exampleSales } from './example-sales.ts'

/** One call that works as it stands, in the order given, on a freshly started practice environment. */
export interface ExampleCall {
  title: string
  method: 'POST' | 'PATCH' | 'DELETE'
  url: string
  headers: Record<string, string>
  body?: string
}

/** A picture of one pixel, so that the example dispute has a file and still fits a terminal. */
const examplePng = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='

/** Each of the four operations once: a note made, changed and deleted, and a dispute with a file. */
export function exampleCalls(server: { disputeUrl: string; digiwalletUrl: string }): ExampleCall[] {
  const [sale] = exampleSales
  if (!sale) return []
  const { outletID, saleID, paymentMethodCode } = sale
  const notes = `${server.digiwalletUrl}/sale-note`
  const note = `${notes}/${outletID}/${saleID}/${paymentMethodCode}`
  const authorization = { Authorization: `Bearer ${practiceApiKey}` }
  const text = 'Final Invoice Number #12345'
  return [
    {
      title: 'Create a note',
      method: 'POST',
      url: notes,
      headers: { ...authorization, 'Content-Type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ outletID, paymentMethodCode, saleID, text, test: '0' }).toString(),
    },
    { title: 'Update it', method: 'PATCH', url: `${note}/${encodeURIComponent(`${text} paid`)}/0`, headers: authorization },
    { title: 'Delete it', method: 'DELETE', url: `${note}/0`, headers: authorization },
    {
      title: 'File a dispute',
      method: 'POST',
      url: server.disputeUrl,
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({
        billinkId: practiceBillinkId,
        billinkUsername: practiceBillinkUsername,
        category: 'damaged',
        customerEmail: 'klant@example.com',
        customerName: 'Jan Jansen',
        file: examplePng,
        fileName: 'foto.png',
        invoice: 'F2026-001',
        locale: 'nl',
        message: 'The parcel arrived damaged.',
      }),
    },
  ]
}

/** A call as one line for a shell. Double quotes and `\"` mean the same to sh, bash, zsh and Windows' cmd. */
export function curlLine({ method, url, headers, body }: ExampleCall): string {
  const header = ([name, value]: [string, string]) => `-H ${quoted(`${name}: ${value}`)}`
  const parts = ['curl', '-X', method, ...Object.entries(headers).map(header)]
  if (body !== undefined) parts.push('--data', quoted(body))
  return [...parts, quoted(url)].join(' ')
}

const quoted = (text: string) => `"${text.replaceAll('"', '\\"')}"`
