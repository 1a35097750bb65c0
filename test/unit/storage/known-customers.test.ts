import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { testDesk, type TestDesk } from '#test/support/desk.ts'

let desk: TestDesk
beforeEach(() => {
  desk = testDesk({ holdSeconds: 0 })
})
afterEach(() => desk.close())

/** Files a dispute of a customer. */
function file(invoice: string, customerName: string, customerEmail: string): string {
  const id = desk.draftDispute(invoice)
  const draft = desk.drafts.get(id)
  if (draft?.kind !== 'dispute') throw new Error('No dispute.')
  desk.drafts.saveFields(id, draft.revision, { ...draft.fields, customerName, customerEmail }, desk.clock.now())
  return desk.file(id).id
}
const like = (text: string, account = 'billink') =>
  desk.queries.customersLike(account, text).map(({ payload }) => {
    if (payload.kind !== 'dispute') throw new Error('No dispute.')
    const { customerName, customerEmail, invoice } = payload.dispute
    return `${customerName} <${customerEmail}> ${invoice}`
  })

describe('customers who are suggested while a name or an e-mail address is typed', () => {
  beforeEach(() => {
    file('F-1', 'Piet Jansen', 'piet@example.nl')
    file('F-2', 'Anna de Vries', 'info@devries.example')
    file('F-3', 'Piet Jansen', 'piet@example.nl')
    file('F-4', 'Jan Pieters', 'jan@example.nl')
  })

  test.each([
    ['the name, the newest dispute of each', 'piet', ['Jan Pieters <jan@example.nl> F-4', 'Piet Jansen <piet@example.nl> F-3']],
    ['the surname', 'VRIES', ['Anna de Vries <info@devries.example> F-2']],
    ['the whole name', 'Anna de V', ['Anna de Vries <info@devries.example> F-2']],
    ['the e-mail address', 'info@', ['Anna de Vries <info@devries.example> F-2']],
    ['no middle of a word', 'ansen', []],
    ['no single letter', 'p', []],
    ['no pattern', '%_', []],
    ['no NUL', '\0pi\0et j', ['Piet Jansen <piet@example.nl> F-3']],
  ])('are found by %s', (_, text, expected) => expect(like(text)).toEqual(expected))

  test('are those of this account alone', () => expect(like('piet', 'digiwallet')).toEqual([]))

  test('are two where one name has two addresses, the newest first', () => {
    file('F-5', 'piet jansen', 'p.jansen@example.nl')
    expect(like('piet j')).toEqual(['piet jansen <p.jansen@example.nl> F-5', 'Piet Jansen <piet@example.nl> F-3'])
  })

  test('are told no more once their text was erased, and one that was taken back is not told', () => {
    for (const state of ['withdrawn', 'sent'])
      desk.ledger.db
        .prepare(
          "UPDATE submissions SET state = ?, context = CASE ? WHEN 'sent' THEN '' ELSE context END WHERE subject IN ('F-1', 'F-3')",
        )
        .run(state, state)
    expect(like('piet')).toEqual(['Jan Pieters <jan@example.nl> F-4'])
  })
})

test('a dispute that can’t be read is passed over, and the others are suggested', () => {
  file('F-1', 'Piet Jansen', 'piet@example.nl')
  file('F-2', 'Piet Bakker', 'bakker@example.nl')
  desk.ledger.db.prepare("UPDATE submissions SET payload = '{' WHERE subject = 'F-2'").run()
  expect(like('piet')).toEqual(['Piet Jansen <piet@example.nl> F-1'])
})
