// @ts-check

/** Set-up cannot go on, and the person can do something about it: the message is all they need to read. */
export class SetupProblem extends Error {
  /**
   * @param {string} message what is wrong
   * @param {string} remedy what to do, often a command to copy
   */
  constructor(message, remedy) {
    super(message)
    this.name = 'SetupProblem'
    this.remedy = remedy
  }
}

/**
 * Runs an entry file; ends with a plain sentence for what a person can mend, and with a stack for what only we can.
 * @param {() => Promise<number>} main answers the exit code
 */
export const runMain = async (main) => {
  try {
    process.exitCode = await main()
  } catch (error) {
    process.exitCode = 1
    if (!(error instanceof SetupProblem)) throw error
    process.stderr.write(`\n✗ ${error.message}\n  ${error.remedy.replaceAll('\n', '\n  ')}\n`)
  }
}
