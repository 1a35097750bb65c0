/** An event that a listener may prevent, with what else the listener is told. */
export type Cancellable<T> = T & { readonly defaultPrevented: boolean; preventDefault(): void }

/** Makes such an event. */
export function cancellable<T extends object>(details: T = {} as T): Cancellable<T> {
  let prevented = false
  return Object.defineProperties(details, {
    defaultPrevented: { get: () => prevented, enumerable: true },
    preventDefault: { value: () => void (prevented = true), enumerable: true },
  }) as Cancellable<T>
}
