/** A file that breaks one rule, and how that shows. */
export interface Violation {
  name: string
  file: string
  source: string
  /** The tool's own name of the rule: oxlint's `plugin(rule)` or one of TypeScript's error numbers. */
  rule: string | string[]
  /** What the finding has to teach. */
  says?: RegExp
}
