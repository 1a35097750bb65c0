/** One call that works as it stands, in the order given, on a freshly started practice environment. */
export interface ExampleCall {
  title: string
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE'
  url: string
  headers: Record<string, string>
  body?: string
}

/** A call as one line for a shell. Double quotes and `\"` mean the same to sh, bash, zsh and Windows' cmd. */
export function curlLine({ method, url, headers, body }: ExampleCall): string {
  const header = ([name, value]: [string, string]) => `-H ${quoted(`${name}: ${value}`)}`
  const parts = ['curl', '-X', method, ...Object.entries(headers).map(header)]
  if (body !== undefined) parts.push('--data', quoted(body))
  return [...parts, quoted(url)].join(' ')
}

const quoted = (text: string) => `"${text.replaceAll('"', '\\"')}"`
