/** True where it succeeded. Each attack stands on its own, so that one that breaks says nothing of another. */
export type Attack = () => boolean | Promise<boolean>

/** Attacks by what somebody would say who boasts of them. */
export type Attacks = Record<string, Attack>

/** A refusal is what an attack meets that fails; its value where it met none. */
export const unrefused = async <T>(work: () => T | Promise<T>): Promise<T | null> => {
  try {
    return await work()
  } catch {
    return null
  }
}
