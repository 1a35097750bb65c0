const focusable = 'a[href], button:not(:disabled), input:not(:disabled), textarea:not(:disabled), [tabindex="0"]'

const isShown = (element: HTMLElement) => element.offsetParent !== null

/** Gives focus to a part of the window: its first control, or the part itself where it has none. */
export function focusRegion(region: HTMLElement | null): void {
  if (!region) return
  const control = [...region.querySelectorAll<HTMLElement>(focusable)].find(isShown)
  if (!control) region.tabIndex = -1
  ;(control ?? region).focus()
}

/** Goes to the next part of the window (F6) or the one before (Shift+F6): header, screens, list, detail. */
export function cycleRegions(step: 1 | -1): void {
  const regions = [...document.querySelectorAll<HTMLElement>('[data-region]')].filter(isShown)
  const here = regions.findIndex((region) => region.contains(document.activeElement))
  const next = here === -1 && step === -1 ? regions.length - 1 : (here + step + regions.length) % regions.length
  focusRegion(regions[next] ?? null)
}
