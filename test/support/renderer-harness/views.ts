import type { Page } from '@playwright/test'

const key = (keys: string) => (page: Page) => page.keyboard.press(keys)
const row = (index: number) => (page: Page) => page.getByRole('option').nth(index).click()

const press = (name: string, nth: number) => (page: Page) => page.getByRole('main').getByRole('button', { name }).nth(nth).click()

const signIn = (page: Page) => page.getByRole('alert').getByRole('button').click()

/** Types at the end of the text of what is open. */
const inText = (text: string) => async (page: Page) => {
  const area = page.getByRole('main').locator('textarea').first()
  await area.press('Control+End')
  await area.pressSequentially(text)
}

/** The screens in the order of their keys; bulk has one once main serves it. */
const places = ['disputes', 'notes', 'payment-notes', 'bulk', 'outbox', 'history', 'overview', 'settings', 'help']
const goTo = (screen: string) => key(`Control+${places.indexOf(screen) + 1}`)

/** How to come to each view, from the start. */
export const views = {
  welcome: [(page) => page.getByRole('dialog').waitFor()],
  disputes: [goTo('disputes')],
  'disputes-draft': [goTo('disputes'), row(0)],
  // With `team=held`, `from`, `taken` or `gone` in the query.
  'team-drafts': [
    goTo('disputes'),
    (page: Page) => page.getByRole('radio', { name: /^(Van collega|Colleagues)/ }).click({ force: true }),
    row(0),
  ],
  'team-draft-own': [goTo('disputes'), row(0)],
  'disputes-customer': [
    goTo('disputes'),
    row(0),
    async (page) => {
      const name = page.getByRole('combobox', { name: /^(Naam van de klant|Customer)/ })
      await name.fill('')
      await name.pressSequentially('jan')
    },
    key('ArrowDown'),
  ],
  'disputes-marked': [goTo('disputes'), row(0), key('Control+a'), key('Shift+F10')],
  'disputes-menu': [goTo('disputes'), row(0), (page) => page.getByRole('option').nth(2).click({ button: 'right' })],
  'disputes-slash': [goTo('disputes'), row(0), inText('\n/re')],
  'disputes-blanks': [goTo('disputes'), row(0), inText('\n/klant'), key('Enter')],
  templates: [goTo('settings'), (page) => page.getByRole('tab').nth(1).click()],
  'templates-open': [goTo('settings'), (page) => page.getByRole('tab').nth(1).click(), row(1)],
  notes: [goTo('notes')],
  'notes-detail': [goTo('notes'), row(0)],
  'payments-none': [goTo('payment-notes')],
  'payments-update': [goTo('payment-notes'), row(0)],
  'payments-create': [goTo('payment-notes'), row(1)],
  'payments-other': [goTo('payment-notes'), row(2), (page) => page.getByRole('textbox').last().scrollIntoViewIfNeeded()],
  'payments-foreign': [goTo('payment-notes'), row(3), (page) => page.getByRole('textbox').last().scrollIntoViewIfNeeded()],
  'payments-review': [
    goTo('payment-notes'),
    row(0),
    (page) => page.getByRole('button', { name: /^(Controleren en|Review and)/ }).click(),
    (page) => page.getByRole('dialog').waitFor(),
  ],
  'payments-sent': [goTo('payment-notes'), row(6)],
  'payments-settling': [goTo('outbox'), row(4)],
  'payments-found': [goTo('outbox'), row(5)],
  'settings-mollie': [goTo('settings'), press('Van Dijk', 2)],
  outbox: [goTo('outbox')],
  'outbox-marked': [
    goTo('outbox'),
    row(0),
    key('Shift+ArrowDown'),
    (page) => page.getByRole('option').nth(1).click({ button: 'right' }),
  ],
  'notes-marked': [goTo('notes'), row(0), key('Control+a')],
  'outbox-detail': [goTo('outbox'), row(3)],
  history: [goTo('history')],
  'history-menu': [goTo('history'), row(9), key('Shift+F10')],
  'history-detail': [goTo('history'), row(9)],
  'history-search': [
    goTo('history'),
    (page) => page.getByRole('searchbox').fill('5500'),
    (page) => page.getByRole('button', { name: /^Filters/ }).click(),
    row(1),
    key('Space'),
    key('Shift+ArrowDown'),
  ],
  settings: [goTo('settings')],
  'settings-billink': [goTo('settings'), press('Van Dijk', 0)],
  'settings-digiwallet': [goTo('settings'), press('Van Dijk', 1)],
  'settings-practice': [goTo('settings'), press('Oefenwinkel', 1)],
  'settings-new': [
    goTo('settings'),
    (page) =>
      page
        .getByRole('button', { name: /toevoegen|Add account/ })
        .first()
        .click(),
    (page) => page.getByRole('menuitem').first().click(),
  ],
  'settings-errors': [
    goTo('settings'),
    (page) =>
      page
        .getByRole('button', { name: /toevoegen|Add account/ })
        .first()
        .click(),
    (page) => page.getByRole('menuitem').nth(1).click(),
    (page) => page.getByRole('button', { name: /^(Toevoegen|Add)$/ }).click(),
    (page) => page.getByRole('textbox').first().press('Control+Enter'),
  ],
  'settings-preferences': [goTo('settings'), (page) => page.getByRole('tab').nth(1).click()],
  'settings-about': [goTo('settings'), (page) => page.getByRole('tab').nth(2).click()],
  'proxy-bar': [goTo('outbox')],
  'proxy-dialog': [goTo('outbox'), signIn],
  'proxy-dialog-errors': [
    goTo('outbox'),
    signIn,
    (page) =>
      page
        .getByRole('dialog')
        .getByRole('button', { name: /^(Aanmelden|Sign in)$/ })
        .click(),
  ],
  // With `keys=nowhere` or `later` in the query.
  safety: [goTo('settings'), (page) => page.getByRole('tab', { name: /Veiligheid|Safety/ }).click()],
  'safety-dialog': [
    goTo('settings'),
    (page) => page.getByRole('tab', { name: /Veiligheid|Safety/ }).click(),
    press('…', 0),
    (page) => page.getByRole('dialog').waitFor(),
  ],
  'settings-proxy': [goTo('settings'), (page) => page.getByRole('tab').nth(1).click()],
  keys: [key('F1')],
  hint: [
    goTo('disputes'),
    (page) => page.mouse.move(10, 10),
    (page) =>
      page
        .getByRole('button', { name: /^(Nieuw geschil|New dispute)/ })
        .first()
        .hover(),
    (page) => page.getByRole('tooltip').waitFor(),
  ],
  palette: [key('Control+k')],
  'palette-search': [key('Control+k'), (page) => page.keyboard.type('550')],
  'settings-secret': [goTo('settings'), press('Van Dijk', 0), press('vervangen', 0)],
  'settings-end': [
    goTo('settings'),
    press('Van Dijk', 1),
    (page) => page.getByRole('button', { name: /Controleren|^Check$/ }).scrollIntoViewIfNeeded(),
  ],
  'combo-open': [
    goTo('settings'),
    press('Van Dijk', 1),
    (page) => page.getByRole('button', { name: /Controleren|^Check$/ }).scrollIntoViewIfNeeded(),
    (page) => page.getByRole('combobox').last().click(),
  ],
  'select-open': [
    goTo('settings'),
    press('Van Dijk', 1),
    (page) => page.getByRole('button', { name: /Kies een methode|Choose a method/ }).click(),
  ],
  'bulk-home': [goTo('bulk')],
  'bulk-file': [goTo('bulk'), press('facturen-november', 0)],
  'bulk-columns': [goTo('bulk'), press('facturen-november', 0), (page) => page.getByRole('button', { name: /^2/ }).click()],
  'bulk-check': [goTo('bulk'), press('week-46', 0), (page) => page.getByRole('grid').focus(), key('ArrowDown')],
  'bulk-faulty': [
    goTo('bulk'),
    press('week-46', 0),
    (page) => page.getByRole('tab', { name: /fout|faulty/ }).click(),
    (page) => page.getByRole('grid').focus(),
    ...Array.from({ length: 5 }, () => key('ArrowRight')),
    key('Enter'),
  ],
  'bulk-send': [goTo('bulk'), press('week-46', 0), (page) => page.getByRole('button', { name: /^4/ }).click()],
  'bulk-confirm': [
    goTo('bulk'),
    press('week-46', 0),
    (page) => page.getByRole('button', { name: /^4/ }).click(),
    (page) => page.getByRole('button', { name: /^(Verzend|Send) / }).click(),
  ],
  'bulk-progress': [goTo('bulk'), press('oktober', 0)],
  'bulk-paused': [goTo('bulk'), press('september', 0)],
  'bulk-result': [goTo('bulk'), press('augustus', 0), (page) => page.getByRole('grid').focus(), key('ArrowDown')],
  'bulk-decide': [goTo('bulk'), press('augustus', 0), (page) => page.getByRole('button', { name: /Beslissen|Decide/ }).click()],
  // With `team=counted` in the query clerks are counted.
  'overview-team': [
    goTo('overview'),
    (page: Page) => page.getByRole('radio', { name: /^(Van het team|The team)/ }).click({ force: true }),
    (page: Page) => page.getByRole('figure').first().waitFor(),
  ],
  overview: [goTo('overview'), (page: Page) => page.getByRole('figure').first().waitFor()],
  manual: [goTo('disputes'), goTo('help')],
  'manual-search': [goTo('help'), (page) => page.getByRole('searchbox').fill('herstelcode'), row(1)],
  switcher: [(page) => page.locator('[data-account=billink] button').click()],
} satisfies Record<string, ((page: Page) => Promise<unknown>)[]>

export type View = keyof typeof views
