import type { contract } from '#shared/ipc/contract.ts'
import type { GroupHandlers } from '#shared/ipc/procedure.ts'
import { AppFailure, gone } from '../../ipc/failure.ts'
import type { SignIns } from './sign-ins.ts'

/** The proxies that want to know who passes, and a person's answer. */
export const proxies = (signIns: SignIns): GroupHandlers<(typeof contract)['proxies']> => ({
  list: () => signIns.list(),
  async signIn(given) {
    const view = await signIns.signIn(given)
    if (!view) throw gone()
    return view
  },
  async signOut({ proxy }) {
    if (!(await signIns.signOut(proxy))) throw new AppFailure({ kind: 'invalid', message: { id: 'proxy.eraseFailed' } })
    return {}
  },
})
