import type { KeychainTrouble } from './keychain-errors.ts'

/** Why a sealed ledger can't be opened: the keychain does not answer, has no key for it, or has the key of another ledger. */
export type KeyTrouble = KeychainTrouble | 'missing' | 'other'

/** Why the ledger can't be used. Each is left as it is, for a person to decide about, and has a sentence of its own. */
export abstract class LedgerFailure extends Error {
  readonly file: string
  /** A person was asked about it, and has read it. */
  wasTold = false
  constructor(file: string, message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = new.target.name
    this.file = file
  }
}

/** The ledger can't be trusted: bytes are broken, it is another program's, or it is no file at all. */
export class LedgerDamaged extends LedgerFailure {
  readonly detail: string
  constructor(file: string, detail: string, options?: ErrorOptions) {
    super(file, `The ledger is damaged: ${detail}`, options)
    this.detail = detail
  }
}

/** It is sealed, and its key is not to be had: the keychain does not give it, or it is another ledger's. */
export class LedgerSealed extends LedgerFailure {
  readonly reason: KeyTrouble
  constructor(file: string, reason: KeyTrouble) {
    super(file, `The ledger is sealed, and its key is not to be had: ${reason}`)
    this.reason = reason
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

/** Another Balie of this computer has it open. */
export class LedgerInUse extends LedgerFailure {
  constructor(file: string) {
    super(file, 'The ledger is open in another process')
  }
}

/** Another computer has it open, or ended without giving it back, and the person did not take it over. */
export class LedgerHeldElsewhere extends LedgerFailure {
  readonly host: string
  constructor(file: string, host: string) {
    super(file, `The ledger is held by ${host}`)
    this.host = host
  }
}

/** It lies on a folder of the network, where SQLite's log can't be relied on. */
export class LedgerOnNetwork extends LedgerFailure {
  constructor(file: string, kind: string) {
    super(file, `The ledger lies on a network folder (${kind})`)
  }
}

/** Someone else took the ledger over while it was open here: nothing may leave from here any more. */
export class LedgerTakenOver extends LedgerFailure {
  constructor(file: string) {
    super(file, 'Another Balie took the ledger over')
  }
}
