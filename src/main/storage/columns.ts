import * as z from 'zod'

/** A column that holds JSON. What can't be read is a fault of this column, by name, and throws nothing. */
export const jsonColumn = <T extends z.ZodType>(schema: T) =>
  z.string().transform((text, context): z.output<T> => {
    let value: unknown
    try {
      value = JSON.parse(text)
    } catch {
      context.issues.push({ code: 'custom', message: 'json', input: text })
      return z.NEVER
    }
    const parsed = schema.safeParse(value)
    if (parsed.success) return parsed.data
    for (const issue of parsed.error.issues) {
      context.issues.push({ code: 'custom', message: issue.code, path: issue.path, input: text })
    }
    return z.NEVER
  })

/** The same, where an empty text stands for nothing. */
export const jsonColumnOrEmpty = <T extends z.ZodType>(schema: T) => {
  const json = jsonColumn(schema)
  return z.string().transform((text, context): z.output<T> | null => {
    if (text === '') return null
    const parsed = json.safeParse(text)
    if (parsed.success) return parsed.data
    for (const { message, path } of parsed.error.issues) context.issues.push({ code: 'custom', message, path, input: text })
    return z.NEVER
  })
}

/** A row that is two things at once, such as an item and what its neighbours make of it. */
export const bothOf = <A extends z.ZodType<object>, B extends z.ZodType<object>>(first: A, second: B) =>
  z.unknown().transform((row, context): z.output<A> & z.output<B> => {
    const one = first.safeParse(row)
    const other = second.safeParse(row)
    if (one.success && other.success) return { ...one.data, ...other.data }
    for (const { code, message, path } of [...(one.error?.issues ?? []), ...(other.error?.issues ?? [])]) {
      context.issues.push({ code: 'custom', message: code === 'custom' ? message : code, path, input: null })
    }
    return z.NEVER
  })

/** SQLite has no booleans. */
export const flag = z
  .number()
  .refine((value) => value === 0 || value === 1, 'flag')
  .transform((value) => value === 1)

/** Milliseconds since 1970 that a calendar knows: beyond them a date can't be written. */
export const time = z.number().min(0).max(8.64e15)
