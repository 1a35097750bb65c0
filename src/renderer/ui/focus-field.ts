const controls = 'input:not([type=hidden]), textarea, select, button, [tabindex="0"]'

/** Brings a field of the same form or panel into view and puts the cursor in it. */
export function focusField(from: HTMLElement | null, field: string): void {
  const scope = from?.closest('form, [role=dialog], [role=alertdialog], main') ?? document
  const target = scope.querySelector(`[data-field="${CSS.escape(field)}"]`)
  const control = target?.querySelector<HTMLElement>(controls)
  if (!target || !control) return
  target.scrollIntoView({ block: 'center' })
  control.focus({ preventScroll: true })
}
