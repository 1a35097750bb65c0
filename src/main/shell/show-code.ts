import { BrowserWindow } from 'electron'
import type { NativeDialogs } from '../dialogs.ts'
import { inGroups } from '../storage/keys/recovery-code.ts'
import { writeWhole } from '../storage/whole-file.ts'
import type { Say } from '../text/say.ts'

export interface ShowCodeDeps {
  dialogs: Pick<NativeDialogs, 'ask' | 'chooseSave'>
  say(): Say
  now(): number
  log(message: string, error: unknown): void
}

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

/** A page of paper: what it is, the code, and where it is for. */
const paperOf = (title: string, code: string, text: string): string => `<!doctype html><meta charset="utf-8">
<title>${escaped(title)}</title>
<body style="font: 12pt sans-serif; margin: 3cm">
<h1>${escaped(title)}</h1><p style="font: 20pt monospace">${escaped(code)}</p><p>${escaped(text)}</p>`

/** Prints a page that no script runs in and that no other page can see; asks which printer, as the system does. */
async function print(page: string): Promise<void> {
  const paper = new BrowserWindow({ show: false, webPreferences: { sandbox: true, javascript: false } })
  try {
    await paper.loadURL(`data:text/html;charset=utf-8,${encodeURIComponent(page)}`)
    await new Promise<void>((resolve, reject) => {
      paper.webContents.print({}, (isDone, reason) => {
        // Whoever closes the question for a printer has decided so.
        if (isDone || /cancel/i.test(reason)) resolve()
        else reject(new Error(reason))
      })
    })
  } finally {
    paper.destroy()
  }
}

/**
 * Shows a recovery code until the person noted it, or thought better of it.
 *
 * SECURITY: in a native dialog, since whoever has the code has everything that lies here: a page that was taken over can neither
 * read it nor have one shown to somebody else. That no call returns a secret holds for this one as well.
 */
export function showingCode({ dialogs, say, now, log }: ShowCodeDeps) {
  return async (code: string): Promise<boolean> => {
    const t = say()
    const grouped = inGroups(code)
    const detail = t('keys.show.detail', { at: now() })
    const buttons = [t('keys.show.noted'), t('keys.show.save'), t('keys.show.print'), t('dialog.cancel')]
    let trouble = ''
    for (;;) {
      const answer = await dialogs.ask({
        type: 'info',
        message: `${t('keys.show.title')}\n\n${grouped}`,
        detail: trouble === '' ? detail : `${trouble}\n\n${detail}`,
        buttons,
        defaultId: 0,
        cancelId: 3,
        noLink: true,
      })
      if (answer === 0) return true
      if (answer !== 1 && answer !== 2) return false
      trouble = ''
      try {
        if (answer === 2) await print(paperOf(t('keys.show.title'), grouped, detail))
        const file = answer === 1 ? await dialogs.chooseSave(t('keys.show.fileName')) : null
        if (file !== null) await writeWhole(file, `${t('keys.show.title')}\n\n${grouped}\n\n${detail}\n`)
      } catch (error) {
        // SECURITY: the reason alone; the code is in neither message.
        log(answer === 1 ? 'The recovery code could not be saved' : 'The recovery code could not be printed', error)
        trouble = t(answer === 1 ? 'keys.show.notSaved' : 'keys.show.notPrinted')
      }
    }
  }
}
