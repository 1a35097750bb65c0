/** Why a team's database can't be used, each with a sentence of its own. */
export const teamTroubles = [
  'host',
  'not-allowed',
  'refused',
  'unreachable',
  'timeout',
  'no-tls',
  'untrusted',
  'wrong-name',
  'expired',
  'tls',
  'not-scram',
  'password',
  'no-login',
  'no-database',
  'not-set-up',
  'no-right',
  'full',
  'starting',
  'not-yours',
  'version',
  'too-old',
  'copied',
  'read-only',
  'disk-full',
  'other',
] as const
export type TeamTrouble = (typeof teamTroubles)[number]

/** Those that asking again can't change: a person or an administrator has to do something. */
const lasting: ReadonlySet<TeamTrouble> = new Set<TeamTrouble>([
  'host',
  'not-allowed',
  'no-tls',
  'untrusted',
  'wrong-name',
  'expired',
  'not-scram',
  'password',
  'no-login',
  'no-database',
  'not-set-up',
  'no-right',
  'not-yours',
  'version',
  'too-old',
  'copied',
])

/** The team's database refused, or could not be asked. */
export class TeamFailure extends Error {
  readonly trouble: TeamTrouble
  /** Whether nobody knows if it was done: asking again finds out, since each call may be repeated. */
  readonly inDoubt: boolean

  constructor(trouble: TeamTrouble, cause: unknown, inDoubt = false) {
    super(`The team's database: ${trouble}`, { cause })
    this.name = 'TeamFailure'
    this.trouble = trouble
    this.inDoubt = inDoubt
  }

  get isLasting(): boolean {
    return lasting.has(this.trouble)
  }
}

/** The database forgot what this desk knows, or does not know this desk yet: it says hello and asks again. */
export class HelloFirst extends Error {}

/** @see https://www.postgresql.org/docs/15/errcodes-appendix.html */
const bySqlState: Readonly<Record<string, TeamTrouble>> = {
  '28P01': 'password',
  '28000': 'no-login',
  '3D000': 'no-database',
  '3F000': 'not-set-up',
  '42P01': 'not-set-up',
  '42883': 'not-set-up',
  '42501': 'not-yours',
  '53300': 'full',
  '53100': 'disk-full',
  '57P03': 'starting',
  '0A000': 'version',
  '25006': 'read-only',
}

/** @see https://nodejs.org/api/tls.html#x509-certificate-error-codes and https://man7.org/linux/man-pages/man3/errno.3.html */
const byCode: Readonly<Record<string, TeamTrouble>> = {
  ENOTFOUND: 'host',
  EAI_AGAIN: 'unreachable',
  ECONNREFUSED: 'refused',
  EHOSTUNREACH: 'unreachable',
  ENETUNREACH: 'unreachable',
  ETIMEDOUT: 'timeout',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'untrusted',
  UNABLE_TO_GET_ISSUER_CERT: 'untrusted',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'untrusted',
  SELF_SIGNED_CERT_IN_CHAIN: 'untrusted',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'untrusted',
  CERT_SIGNATURE_FAILURE: 'untrusted',
  CERT_HAS_EXPIRED: 'expired',
  CERT_NOT_YET_VALID: 'expired',
  ERR_TLS_CERT_ALTNAME_INVALID: 'wrong-name',
}

/** Words of `pg` itself, which has no code for them. */
const byWords: readonly [RegExp, TeamTrouble][] = [
  [/does not support SSL/, 'no-tls'],
  [/error establishing an SSL/, 'tls'],
  [/^SASL: Only mechanism/, 'not-scram'],
  [/SASL: SCRAM-SERVER-FINAL|SASL: Last message|signature/, 'not-scram'],
  [/timeout expired|Query read timeout/, 'timeout'],
  [/no such user|no such database/, 'no-login'],
  [/Connection terminated|socket hang up|ended by/, 'unreachable'],
]

const codeOf = (error: unknown): string | null =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null

/** What an error of the client, of TLS or of the server means for whoever uses the team. */
export function troubleOf(error: unknown): TeamTrouble {
  const code = codeOf(error)
  if (error instanceof AggregateError) return troubleOf(error.errors[0])
  if (code !== null) {
    const known = bySqlState[code] ?? byCode[code]
    if (known) return known
    if (code.startsWith('ERR_SSL') || code === 'EPROTO') return 'tls'
    if (code.startsWith('08') || code.startsWith('57') || code === 'ECONNRESET' || code === 'EPIPE') return 'unreachable'
    if (code.startsWith('53')) return 'full'
  }
  const words = error instanceof Error ? error.message : String(error)
  return byWords.find(([pattern]) => pattern.test(words))?.[1] ?? 'other'
}

/** Whether the server itself answered: then it was not done, and the connection is good. */
export const isAnswer = (error: unknown): boolean =>
  /^[0-9A-Z]{5}$/.test(codeOf(error) ?? '') && !/^(08|57|E)/.test(codeOf(error) ?? '')

/** Two transactions got in each other's way: the same call again does it. */
export const isCollision = (error: unknown): boolean => ['40001', '40P01', '55P03', '23505'].includes(codeOf(error) ?? '')

/** The functions' own code for it. */
export const saysHelloFirst = (error: unknown): boolean => codeOf(error) === 'BA001'
