/** Lets the app answer between two pieces of a long work. */
export const breath = () => new Promise<void>((resolve) => setImmediate(resolve))
