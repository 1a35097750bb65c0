import { exampleOutlets } from './example-sales.ts'

/** Where the documents leave room, a vendor may do either; each switch lets a test and a curious person see the other. */
export interface NoteSwitches {
  /** DigiWallet does not say how many notes a sale may have. Off: a second create is accepted (specs/decisions.md). */
  refuseSecondCreate: boolean
  /**
   * The status that carries "Sale not found.". The document's table offers 400 (validation error) and 404 (object not
   * found), and calls the answer "Validation failed"; decisions.md expects 200, too. 400 is the closest to that text.
   */
  notFoundStatus: 200 | 400 | 404
  /** Outlets in test mode: DigiWallet sets `test` to 1 for them and does not say so. */
  testModeOutlets: ReadonlySet<string>
}

/** What the documents say, or lie closest to. */
export const documentedSwitches: NoteSwitches = {
  refuseSecondCreate: false,
  notFoundStatus: 400,
  testModeOutlets: new Set(exampleOutlets.filter((outlet) => outlet.testMode).map((outlet) => outlet.id)),
}
