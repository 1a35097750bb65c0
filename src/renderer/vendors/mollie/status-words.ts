import { useSay } from '../../lib/i18n.tsx'

const known = ['open', 'pending', 'authorized', 'paid', 'canceled', 'expired', 'failed'] as const

/** A payment's status as a clerk says it; one that is new at Mollie stays as it came. */
export function useStatusWords(): (status: string) => string {
  const say = useSay()
  return (status) => {
    const name = known.find((candidate) => candidate === status)
    return name ? say(`payment-notes.status.${name}`) : status
  }
}
