/** A text, a name, or a remark, in which a semicolon ends nothing; a word; or any other sign. */
const token = /'(?:[^']|'')*'|"(?:[^"]|"")*"|`[^`]*`|\[[^\]]*\]|--[^\n]*|\/\*[\s\S]*?\*\/|\w+|[\s\S]/g

/** The statements of a text, each by itself, so that a process can be ended between two of them. */
export function statementsOf(sql: string): string[] {
  const statements: string[] = []
  let statement = ''
  let words = ''
  // What a trigger does stands between BEGIN and END, and CASE has an END of its own.
  let depth = 0
  for (const [part] of sql.matchAll(token)) {
    statement += part
    const word = part.toUpperCase()
    if (/^\w+$/.test(word)) words += `${word} `
    const isTrigger = /^CREATE (?:TEMP |TEMPORARY )?TRIGGER /.test(words)
    if (isTrigger && (word === 'BEGIN' || word === 'CASE')) depth += 1
    if (isTrigger && word === 'END') depth -= 1
    if (part !== ';' || depth > 0) continue
    if (words !== '') statements.push(statement.trim())
    statement = ''
    words = ''
  }
  return words === '' ? statements : [...statements, statement.trim()]
}
