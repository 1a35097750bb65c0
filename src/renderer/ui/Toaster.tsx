import { Toaster as Sonner, toast as sonner } from 'sonner'
import 'sonner/dist/styles.css'
import css from './Toaster.module.css'
import { cx } from './cx.ts'

/** Confirms what was done, with at most one way back; an error never stands in a toast alone. */
export const toast = (text: string, action?: { label: string; onPress: () => void }) =>
  sonner.success(text, action ? { action: { label: action.label, onClick: action.onPress }, duration: 10_000 } : {})

/** Where toasts appear: above the foot of a pane, so that none lies over its buttons. */
export const Toaster = ({ label }: { label: string }) => (
  <Sonner
    position="bottom-right"
    offset={{ bottom: '4.5rem' }}
    containerAriaLabel={label}
    toastOptions={{ classNames: { toast: cx(css.toast), actionButton: cx(css.action) } }}
  />
)
