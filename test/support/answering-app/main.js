// The built app, with someone who answers what it asks before a test can reach it. `BALIE_ANSWERS` has the numbers of the buttons, and
// `BALIE_ASKED` names the file that each question or message goes to, as a line of JSON.
import { appendFileSync } from 'node:fs'
import { dialog } from 'electron'

const answers = JSON.parse(process.env.BALIE_ANSWERS ?? '[]')
const tell = (...lines) => appendFileSync(process.env.BALIE_ASKED, `${JSON.stringify(lines.join('\n'))}\n`)

dialog.showMessageBox = async (...args) => {
  const { message, detail, buttons } = args.at(-1)
  tell(message, detail, ...(buttons ?? []))
  return { response: answers.shift() ?? 0, checkboxChecked: false }
}
dialog.showErrorBox = (title, text) => tell(title, text)

await import(process.env.BALIE_APP_MAIN ?? '../../../out/main/index.js')
