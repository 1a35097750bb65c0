/** Rows of a list that a person marked, to do something to all of them. */
export interface Marks {
  readonly keys: ReadonlySet<string>
  readonly onChange: (keys: ReadonlySet<string>) => void
}

type Held = { readonly ctrlKey: boolean; readonly metaKey: boolean; readonly shiftKey: boolean }

export const toggled = (keys: ReadonlySet<string>, key: string): ReadonlySet<string> =>
  keys.has(key) ? new Set([...keys].filter((one) => one !== key)) : new Set([...keys, key])

const between = (all: readonly string[], from: number, to: number): string[] =>
  all.slice(Math.max(0, Math.min(from, to)), Math.max(from, to) + 1)

/** A click with Ctrl, ⌘ or Shift marks; true where it did and opens nothing. */
export function marksAfterClick(held: Held, marks: Marks, all: readonly string[], at: number, from: number): boolean {
  const key = all[at]
  if (key === undefined) return false
  if (held.shiftKey) marks.onChange(new Set([...marks.keys, ...between(all, from < 0 ? at : from, at)]))
  else if (held.ctrlKey || held.metaKey) marks.onChange(toggled(marks.keys, key))
  else return false
  return true
}

/** What a key does to marks, from the row that is selected; true where it did something. */
export function marksAfterKey(
  pressed: Held & { readonly key: string },
  marks: Marks,
  all: readonly string[],
  at: number,
): boolean {
  const { key, ctrlKey, metaKey, shiftKey } = pressed
  const current = all[at]
  if (key === ' ' && current !== undefined) marks.onChange(toggled(marks.keys, current))
  else if (key.toLowerCase() === 'a' && (ctrlKey || metaKey)) marks.onChange(new Set(all))
  else if (key === 'Escape' && marks.keys.size > 0) marks.onChange(new Set())
  else if (shiftKey && (key === 'ArrowDown' || key === 'ArrowUp') && current !== undefined)
    marks.onChange(new Set([...marks.keys, ...between(all, at, at + (key === 'ArrowDown' ? 1 : -1))]))
  else return false
  return true
}
