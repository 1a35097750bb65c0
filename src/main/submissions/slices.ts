/**
 * One word of a person for thousands of items, a piece at a time: `work` does the next piece and says whether there may be more.
 * The first is done when this returns; between two pieces the app answers.
 */
export async function inSlices(work: () => boolean): Promise<void> {
  while (work()) await new Promise<void>((resolve) => setImmediate(resolve))
}
