import { createContext, use, useEffect, useMemo, useState, type ReactNode } from 'react'

interface InView {
  readonly accountId: string | null
  set(accountId: string | null): void
}
const InViewContext = createContext<InView>({ accountId: null, set: () => {} })

/** Holds whose item is on screen, so that the practice marking speaks of that account and not of the active one. */
export function AccountInViewProvider({ children }: { children: ReactNode }) {
  const [accountId, set] = useState<string | null>(null)
  const inView = useMemo(() => ({ accountId, set }), [accountId])
  return <InViewContext value={inView}>{children}</InViewContext>
}

/** Tells the shell whose draft or item is open; null while none is. An item keeps its account when the active one changes. */
export function useShowAccountOf(accountId: string | null): void {
  const { set } = use(InViewContext)
  useEffect(() => {
    set(accountId)
    return () => set(null)
  }, [set, accountId])
}

/** The account of the item that is open, or null. */
export const useAccountInView = (): string | null => use(InViewContext).accountId
