/** In Node since 22 and not yet in the compiler's libraries: a number that is written digit for digit. */
interface JSON {
  rawJSON(text: string): { readonly rawJSON: string }
}
