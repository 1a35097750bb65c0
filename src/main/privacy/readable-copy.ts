import { isMessageId } from '#shared/languages/index.ts'
import type { Say } from '../text/say.ts'

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
/** Signs that are not seen, and could make a text read as another one. What joins letters and emoji stays, and a soft hyphen. */
const invisible =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/g

const escape = (text: string): string => text.replace(invisible, '').replace(/[&<>"']/g, (sign) => escapes[sign] ?? '')

/** A value as a person reads it: what is in it by name, one below the other. */
function shown(value: unknown, nameOf: (key: string) => string): string {
  if (value === null || value === undefined || value === '') return '—'
  if (Array.isArray(value)) {
    if (value.length === 0) return '—'
    return `<ol>${value.map((one) => `<li>${shown(one, nameOf)}</li>`).join('')}</ol>`
  }
  if (typeof value === 'object') {
    const entries = Object.entries(value).filter(([, one]) => one !== null && one !== undefined)
    return `<dl>${entries.map(([key, one]) => `<dt>${escape(nameOf(key))}</dt><dd>${shown(one, nameOf)}</dd>`).join('')}</dl>`
  }
  return `<bdi>${escape(typeof value === 'string' ? value : JSON.stringify(value))}</bdi>`
}

/**
 * The same as the JSON beside it, for a person. SECURITY: it stands by itself, runs nothing and fetches nothing: what stands in it
 * was typed by customers and answered by vendors.
 */
export function readableCopy(
  title: string,
  sections: readonly [heading: string, value: unknown][],
  language: string,
  say: Say,
): string {
  const nameOf = (key: string) => {
    const id = `field.${key}`
    return isMessageId(id) ? say(id) : key
  }
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escape(title)}</title>
<style>body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}dt{font-weight:600}dd{margin:0 0 .5rem 1rem;white-space:pre-wrap;overflow-wrap:anywhere}li{margin-bottom:1rem}</style>
</head>
<body>
<h1>${escape(title)}</h1>
${sections.map(([heading, value]) => `<h2>${escape(heading)}</h2>\n${shown(value, nameOf)}`).join('\n')}
</body>
</html>
`
}
