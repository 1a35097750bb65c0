/**
 * Puts another text in a field as if it had been typed, so that Ctrl+Z takes it back. `execCommand` is the only way to
 * keep the native undo of an uncontrolled field; Chromium, the one browser Balie runs in, keeps supporting it.
 */
export function replaceText(field: HTMLTextAreaElement | HTMLInputElement, text: string): void {
  field.focus()
  field.select()
  document.execCommand('insertText', false, text)
}
