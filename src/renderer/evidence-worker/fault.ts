/** Why a file cannot be shown or put together, by the name of its sentence; anything else that is thrown counts as `damaged`. */
export type FaultId =
  | 'damaged'
  | 'password'
  | 'tooManyPixels'
  | 'tooManyPages'
  | 'tooMuchText'
  | 'stillTooLarge'
  | 'nothingLeft'
  | 'lost'
  | 'tooLong'

export class EvidenceFault extends Error {
  readonly fault: FaultId
  readonly values: Readonly<Record<string, string | number>>

  constructor(fault: FaultId, values: Readonly<Record<string, string | number>> = {}, options?: ErrorOptions) {
    super(fault, options)
    this.name = 'EvidenceFault'
    this.fault = fault
    this.values = values
  }
}

/** Whatever a decoder throws about a file is about the file. */
export const faultOf = (error: unknown): EvidenceFault =>
  error instanceof EvidenceFault ? error : new EvidenceFault('damaged', {}, { cause: error })
