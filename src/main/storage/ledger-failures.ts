/** Why the ledger can't be used. Each is left as it is, for a person to decide about, and has a sentence of its own. */
abstract class LedgerFailure extends Error {
  readonly file: string
  constructor(file: string, message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = new.target.name
    this.file = file
  }
}

/** The ledger can't be trusted: bytes are broken, it is another program's, or it is no file at all. */
export class LedgerDamaged extends LedgerFailure {
  constructor(file: string, detail: string, options?: ErrorOptions) {
    super(file, `The ledger is damaged: ${detail}`, options)
  }
}

/** There is no ledger where one has been: what it knew of is still there. */
export class LedgerMissing extends LedgerFailure {
  /** What shows that there was one. */
  readonly evidence: readonly string[]
  constructor(file: string, evidence: readonly string[]) {
    super(file, `The ledger is missing, and this is still there: ${evidence.join(', ')}`)
    this.evidence = evidence
  }
}

/** Made by a newer Balie: an older one must not write to it. */
export class LedgerTooNew extends LedgerFailure {
  constructor(file: string) {
    super(file, 'The ledger was made by a newer version')
  }
}
