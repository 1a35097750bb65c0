/** saxen ships no types; these are the calls that are used here. */
declare module 'saxen' {
  export class Parser {
    on(event: 'openTag', handle: (name: string, attributes: () => Record<string, string>) => void): this
    on(event: 'closeTag', handle: (name: string) => void): this
    on(event: 'text' | 'cdata' | 'comment' | 'attention', handle: (text: string) => void): this
    on(event: 'error', handle: (error: Error) => void): this
    /** Parses what is complete; the rest waits for the next piece. */
    write(xml: string): this
    end(): Error | null
  }
}
