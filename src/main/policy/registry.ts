/** `    name    REG_SZ    value`, as reg.exe prints a value. */
const line = /^ {4}(\S.*?) {4}REG_([A-Z_]+)(?: {4}(.*))?$/

/**
 * The values of a key as reg.exe prints them; numbers as numbers, and lists by the zeros between their parts. SECURITY: one of
 * another type is null, which no key takes: what an administrator wrote never counts as nothing.
 */
export function registryValues(output: string): Record<string, unknown> {
  const values: Record<string, unknown> = {}
  for (const text of output.split(/\r?\n/)) {
    const [, name = '', type, value = ''] = line.exec(text) ?? []
    if (type !== undefined) values[name] = null
    if (type === 'SZ') values[name] = value
    if (type === 'DWORD') values[name] = Number(value)
    if (type === 'MULTI_SZ') values[name] = value.split(String.raw`\0`).filter((part) => part !== '')
  }
  return values
}
