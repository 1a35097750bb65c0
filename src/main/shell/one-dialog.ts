/** Native dialogs, of which a person is shown one at a time. */
export interface OneDialog {
  /** What main itself has to know: shown once the one before it is answered. `over` says that it need not be asked any more. */
  inTurn<T>(show: () => Promise<T>, over?: { signal: AbortSignal; answer: T }): Promise<T>
  /** What a page asks for: while another is on screen, it is as if the person thought better of it. */
  unlessBusy<T>(show: () => Promise<T>, otherwise: T): Promise<T>
}

/**
 * SECURITY: a page that was taken over could put dozens of questions on screen, until one is answered by mistake. It gets one,
 * and can have no second one waiting behind it.
 */
export function oneDialog(): OneDialog {
  let turn: Promise<unknown> = Promise.resolve()
  let waiting = 0

  const inTurn: OneDialog['inTurn'] = (show, over) => {
    waiting += 1
    const shown = turn.then(() => (over?.signal.aborted ? over.answer : show()))
    const after = () => {
      waiting -= 1
    }
    turn = shown.then(after, after)
    return shown
  }
  return { inTurn, unlessBusy: async (show, otherwise) => (waiting > 0 ? otherwise : await inTurn(show)) }
}
