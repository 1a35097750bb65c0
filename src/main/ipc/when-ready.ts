import type { Contract, GroupHandlers, Handlers } from '#shared/ipc/procedure.ts'

type AnyHandler = (input: unknown) => unknown

/**
 * Handlers that wait for the real ones: the window is shown before the ledger is checked, and what its page asks meanwhile is
 * answered once the desk is open, or fails with what kept it from opening.
 */
export function handlersWhenReady<C extends Contract>(contract: C, ready: Promise<Handlers<C>>): Handlers<C> {
  // Each call tells its own failure; one that nobody waits for is told by whoever opened the desk.
  ready.catch(() => undefined)
  const waiting = (group: string, name: string): AnyHandler => {
    return async (input) => {
      const handlers = (await ready) as Record<string, Record<string, AnyHandler>>
      return handlers[group]?.[name]?.(input)
    }
  }
  const groups = Object.entries(contract).map(([group, procedures]) => [
    group,
    Object.fromEntries(Object.keys(procedures).map((name) => [name, waiting(group, name)])) as GroupHandlers<C[string]>,
  ])
  return Object.fromEntries(groups) as Handlers<C>
}
