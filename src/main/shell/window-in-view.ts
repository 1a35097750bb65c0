/** Where something is on the screens, in the system's coordinates. */
export interface Rectangle {
  x: number
  y: number
  width: number
  height: number
}

export interface Place {
  width: number
  height: number
  x?: number | undefined
  y?: number | undefined
  maximized: boolean
}

/** Smaller than this no screen of the app is of use. */
export const minimumSize = { width: 800, height: 560 }

/** How much of the title bar has to be on a screen for a person to be able to drag the window. */
const gripWidth = 120
const gripHeight = 32

const clamp = (value: number, low: number, high: number) => Math.min(Math.max(value, low), Math.max(low, high))

const overlap = (a: Rectangle, b: Rectangle): number =>
  Math.max(0, Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x)) *
  Math.max(0, Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y))

/** True where a person can see and take hold of the window's title bar. */
const canBeHeld = (window: Rectangle, area: Rectangle): boolean => {
  const grip = { ...window, height: gripHeight }
  const shown = Math.min(grip.x + grip.width, area.x + area.width) - Math.max(grip.x, area.x)
  return shown >= Math.min(gripWidth, grip.width) && grip.y >= area.y && grip.y + gripHeight <= area.y + area.height
}

/**
 * A remembered place as it can be used on the screens of today: the monitor it stood on may be gone, or smaller. Without a
 * position the system chooses one.
 */
export function placeInView(place: Place, workAreas: readonly Rectangle[]): Place {
  const [first] = workAreas
  if (!first) return { width: place.width, height: place.height, maximized: place.maximized }
  const wanted = { x: place.x ?? first.x, y: place.y ?? first.y, width: place.width, height: place.height }
  const area = workAreas.reduce((best, next) => (overlap(wanted, next) > overlap(wanted, best) ? next : best), first)
  const width = clamp(place.width, minimumSize.width, area.width)
  const height = clamp(place.height, minimumSize.height, area.height)
  const sized = { width, height, maximized: place.maximized }
  if (place.x === undefined || place.y === undefined) return sized
  const at = { ...sized, x: place.x, y: place.y }
  if (workAreas.some((one) => canBeHeld(at, one))) return at
  return {
    ...sized,
    x: clamp(place.x, area.x, area.x + area.width - width),
    y: clamp(place.y, area.y, area.y + area.height - height),
  }
}
