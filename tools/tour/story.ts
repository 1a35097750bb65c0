import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { ElectronApplication, Page } from '@playwright/test'
import {
  detail,
  expectState,
  fillDispute,
  goTo,
  newDispute,
  newNote,
  newPaymentNote,
  openItem,
  pickFile,
  review,
  settleIn,
  submit,
} from '#test/support/clerk.ts'
import { bulk } from './bulk-story.ts'
import { letter } from './paper.ts'
import type { Teller } from './teller.ts'

const invoice = '2026-10442'

async function dispute(app: ElectronApplication, page: Page, folder: string, { say, picture, answer }: Teller): Promise<void> {
  say('A dispute, with a PDF attached (the file chooser is answered by the tour).')
  const file = path.join(folder, `bon-${invoice}.pdf`)
  await writeFile(
    file,
    letter([
      'Oefenwinkel',
      '',
      `Factuur ${invoice}`,
      '',
      'Wandelschoenen maat 42      EUR 129,95',
      '',
      'Linkerschoen: zool gescheurd bij levering.',
    ]),
  )
  await fillDispute(page, {
    invoice,
    name: 'Jan de Vries',
    email: 'jan.devries@example.nl',
    category: 'Beschadigd of defect',
    locale: 'Nederlands',
    message: 'De klant meldt dat de zool van de linkerschoen bij levering gescheurd was. Zie de bon.',
  })
  await pickFile(app, page, file)
  await page.getByRole('form').getByText(path.basename(file)).waitFor()
  await picture('dispute-form')
  const dialog = await review(page)
  await picture('dispute-review')
  await dialog.getByRole('button', { name: 'Indienen', exact: true }).click()
  await expectState(page, 'In wachtrij')
  await picture('dispute-hold')
  await page.getByRole('button', { name: 'Nu verzenden' }).click()
  await expectState(page, 'Verzonden')
  await picture('dispute-sent')
  await picture('dispute-answer', /^(Antwoord van Billink|Billink's answer)$/)
  await answer()
}

async function note(page: Page, { say, picture, answer }: Teller): Promise<void> {
  const send = async (button?: string) => {
    await submit(page, button)
    await page.getByRole('button', { name: 'Nu verzenden' }).click()
    await expectState(page, 'Verzonden')
  }
  say('A note on a sale: created …')
  await newNote(page, { sale: '12345678', text: 'Factuur 2026-10442: klant kreeg een nieuw paar.' })
  await picture('note-create')
  await send()
  await picture('note-created')
  await answer()

  say('… updated …')
  await page.getByRole('button', { name: 'Bijwerken' }).click()
  await page
    .getByRole('textbox', { name: 'Tekst van de notitie' })
    .fill('Factuur 2026-10442: nieuw paar verzonden, oud paar retour.')
  await review(page)
  await picture('note-update')
  await page.keyboard.press('Escape')
  await send()
  await answer()

  say('… and deleted.')
  await page.getByRole('button', { name: 'Verwijderen' }).click()
  await review(page)
  await picture('note-delete')
  await page.keyboard.press('Escape')
  await send('Verwijdering indienen')
  await answer()
}

async function paymentNote(page: Page, { say, picture, answer }: Teller): Promise<void> {
  say('A note on a payment: the payment is shown first, and what is replaced, word for word.')
  await newPaymentNote(page, { payment: 'tr_oefen1004' })
  await page.getByRole('button', { name: 'Deze tekst bewerken' }).click()
  await page
    .getByRole('textbox', { name: 'Tekst van de notitie' })
    .fill('Cadeau, geen factuur meesturen. Klant kreeg een nieuwe tent.')
  await picture('payment-note')
  await review(page)
  await picture('payment-note-review')
  await page.getByRole('dialog').getByRole('button', { name: 'Indienen', exact: true }).click()
  await page.getByRole('button', { name: 'Nu verzenden' }).click()
  await expectState(page, 'Verzonden')
  await picture('payment-note-sent')
  await answer()
}

async function unknown(page: Page, { say, picture, answer }: Teller): Promise<void> {
  say('A dispute whose connection breaks before the answer: nobody knows whether it arrived.')
  await newDispute(page, {
    invoice: 'DEMO-RESET',
    category: 'Retour gestuurd',
    locale: 'Nederlands',
    message: 'Pakket kwam retour.',
  })
  await submit(page)
  await page.getByRole('button', { name: 'Nu verzenden' }).click()
  await expectState(page, 'Uitkomst onbekend')
  await goTo(page, 'Postvak UIT')
  await openItem(page, 'DEMO-RESET')
  await detail(page).getByRole('heading', { level: 1 }).waitFor()
  await picture('outbox-unknown')
  await answer()
}

/** The main job from the first start to what is kept of it, as a clerk does it. */
export async function tellStory(app: ElectronApplication, page: Page, folder: string, teller: Teller): Promise<void> {
  teller.say('The first start: nothing to fill in, everything in the practice environment.')
  await page.getByRole('dialog').waitFor()
  await teller.picture('welcome')
  await page.getByRole('button', { name: 'Dien een oefengeschil in' }).click()
  await settleIn(page, { holdSeconds: 30 })
  await dispute(app, page, folder, teller)
  await note(page, teller)
  await paymentNote(page, teller)
  await bulk(app, page, folder, teller)
  await unknown(page, teller)

  teller.say('What this computer remembers of it, and the settings.')
  await goTo(page, 'Geschiedenis')
  await openItem(page, invoice)
  await teller.picture('history')
  await goTo(page, 'Overzicht')
  await page.getByRole('figure').first().waitFor()
  await teller.picture('overview')
  await goTo(page, 'Instellingen')
  await page.getByRole('main').getByRole('button', { name: 'Oefenwinkel' }).last().click()
  await teller.picture('settings-account')
  await page.getByRole('tab', { name: 'Voorkeuren' }).click()
  await teller.picture('settings-preferences')
  await page.getByRole('tab', { name: 'Veiligheid' }).click()
  await teller.picture('settings-safety')
}
