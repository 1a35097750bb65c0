/**
 * All that does not survive in XML 1.0, or that the writer leaves out: control characters, carriage returns (XML makes line feeds
 * of them), half surrogate pairs, and code points that are no characters. Then what would be read as such an escape.
 */
const unsafe =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ufdd0-\ufdef\ufffd-\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]|[\ud83f\ud87f\ud8bf\ud8ff\ud93f\ud97f\ud9bf\ud9ff\uda3f\uda7f\udabf\udaff\udb3f\udb7f\udbbf\udbff][\udffe\udfff]|_(?=x[0-9a-fA-F]{4}_)/g

const escape = (text: string) =>
  text.replace(/[^]/g, (unit) => `_x${unit.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`)

/** A text as an XLSX file holds it. @see ECMA-376 part 1, 22.9.2.19 (ST_Xstring) */
export function escapedText(text: string): string {
  const safe = text.replace(unsafe, escape)
  // The writer looks texts up in a plain object, where these names mean something else.
  return safe in Object.prototype ? escape(safe.slice(0, 1)) + safe.slice(1) : safe
}
