import { use, useEffect, useEffectEvent } from 'react'
import { ComboBoxStateContext } from 'react-aria-components'

/**
 * A list opens in an effect of a letter typed. Where that runs after the focus moved on, it would cover the fields below and hide them from a
 * screen reader, with nobody there to close it.
 */
export function ClosesUnfocused() {
  const state = use(ComboBoxStateContext)
  const close = useEffectEvent(() => state?.close())
  const isLeftOpen = state !== null && state.isOpen && !state.isFocused
  useEffect(() => {
    if (isLeftOpen) close()
  }, [isLeftOpen])
  return null
}
