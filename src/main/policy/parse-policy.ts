import { policyKeys, policyNames, type Policy, type PolicyName, type PolicyTrouble } from '#shared/domain/policy.ts'

/** A policy that was found, with all that is wrong with it. */
export interface ReadPolicy {
  source: string | null
  policy: Policy
  troubles: PolicyTrouble[]
}

export const noPolicy: ReadPolicy = { source: null, policy: {}, troubles: [] }

/** Windows keeps the names of values in whatever case they were written. */
const nameOf = (written: string): PolicyName | undefined =>
  policyNames.find((name) => name.toLowerCase() === written.toLowerCase())

/** Windows' registry has lists of texts alone: there each account is a line of JSON. */
function valueOf(name: PolicyName, value: unknown): unknown {
  if (name !== 'accounts' || !Array.isArray(value)) return value
  try {
    return value.map((one: unknown) => (typeof one === 'string' ? (JSON.parse(one) as unknown) : one))
  } catch {
    return value
  }
}

const safe = (names: readonly PolicyName[]): Policy => Object.fromEntries(names.map((name) => [name, policyKeys[name].safe]))

/**
 * SECURITY: an administrator who wrote something wanted less to be possible. So what is not understood never counts as nothing: a
 * key with a wrong value gets its safe one, and a policy that cannot be read at all gets all of them.
 */
export function parsePolicy(source: string, values: unknown): ReadPolicy {
  if (typeof values !== 'object' || values === null || Array.isArray(values))
    return { source, policy: safe(policyNames), troubles: [{ kind: 'unreadable', key: null }] }
  const troubles: PolicyTrouble[] = []
  const policy: Record<string, unknown> = {}
  for (const [written, value] of Object.entries(values)) {
    const name = nameOf(written)
    if (name === undefined) {
      troubles.push({ kind: 'unknown-key', key: written })
      continue
    }
    const read = policyKeys[name].schema.safeParse(valueOf(name, value))
    if (read.success) policy[name] = read.data
    else {
      troubles.push({ kind: 'wrong-value', key: name })
      policy[name] = policyKeys[name].safe
    }
  }
  return { source, policy, troubles }
}
