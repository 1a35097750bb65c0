import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { callable } from '#main/team/server/functions/index.ts'
import { withoutPostgres } from '#test/support/postgres.ts'
import { dispute, outcome } from '#test/support/team-clerk.ts'
import { openTeamCase, type TeamCase } from './cases/team-case.ts'

const why = withoutPostgres()
let team: TeamCase
beforeAll(async () => {
  if (!why) team = await openTeamCase()
})
afterAll(async () => {
  await team?.clear()
  await team?.server.close()
})

test('a clerk can read no table, and call nothing but what is named', async (context) => {
  context.skip(why !== undefined, why)
  const anna = await team.clerk('anna')
  const names = (
    await team.server.boss.query(
      `SELECT relname FROM pg_class WHERE relnamespace = 'team'::regnamespace AND relkind IN ('r', 'S')`,
    )
  ).map(({ relname }) => String(relname))
  expect(names.length).toBeGreaterThan(12)
  for (const name of names)
    await expect(anna.connection.query(`SELECT * FROM team.${name}`)).rejects.toMatchObject({ code: '42501' })
  for (const sql of [
    'UPDATE team.item SET state = state',
    'DELETE FROM team.act',
    'TRUNCATE team.desk',
    'CREATE TABLE team.x ()',
    'CREATE TABLE public.x ()',
    'CREATE TEMP TABLE desk ()',
    'SET ROLE balie_owner',
    'SET SESSION AUTHORIZATION bob',
    'CREATE ROLE x',
    `COPY (SELECT 1) TO PROGRAM 'true'`,
  ])
    await expect(anna.connection.query(sql), sql).rejects.toMatchObject({ code: expect.stringMatching(/^42501$/) })
  const functions = await team.server.boss.query(
    `SELECT p.proname AS name, p.oid::regprocedure::text AS whole, has_function_privilege('anna', p.oid, 'EXECUTE') AS may, p.prosecdef, p.proconfig::text AS config FROM pg_proc p WHERE pronamespace = 'team'::regnamespace`,
  )
  expect(
    functions
      .filter(({ may }) => may === true)
      .map(({ name }) => String(name))
      .toSorted((a, b) => a.localeCompare(b)),
  ).toEqual([...callable].toSorted((a, b) => a.localeCompare(b)))
  for (const { config, whole } of functions) expect(String(config), String(whole)).toContain('search_path=team, pg_temp')
})

test('nothing that a clerk can call does anything for another desk or shows another account, whatever is put in', async (context) => {
  context.skip(why !== undefined, why)
  const [anna, mallory] = [await team.clerk('anna'), await team.clerk('mallory')]
  const secret = `Geheim${team.next()}`
  const item = dispute(`${secret}-1`, { context: secret })
  await anna.verdict(item)
  await anna.store.publish(anna.by, [{ ...outcome(item, 'unknown', 1, secret), excerpt: secret }], 1)
  const draft = {
    id: randomUUID(),
    account: 1,
    kind: 'dispute',
    fence: 1,
    revision: 1,
    subject: secret,
    fields: { secret },
    note: secret,
    gone: false,
  }
  await anna.store.putDraft(anna.by, draft)
  const file = { id: randomUUID(), role: 'attachment' as const, place: 0, name: secret, bytes: 3, sha256: secret }
  await anna.store.putPiece(anna.by, draft, file, 0, Buffer.from('abc'), true)
  const before = await team.server.boss.query('SELECT * FROM team.item, team.draft, team.desk d WHERE d.id = $1', [anna.by.desk])

  const { desk, epoch } = mallory.by
  const annas = anna.by.desk
  const json = JSON.stringify
  const told = json({ mark: 'm', label: '', balie: '', acked: 0, top: 0, epoch, news: null })
  const theirs = json([{ ...item, seen: 99, serial: 99, state: 'sent' }])
  const inMine = json([{ ...item, account: team.other, serial: 99, try: 9, state: 'sent' }])
  const put = (own: string, account: number) =>
    `SELECT team.draft_put('${own}', ${epoch}, '0', '${json({ ...draft, account, revision: 9 })}')`
  const piece = (own: string, id: string, target: string) =>
    `SELECT team.file_put('${own}', ${epoch}, '0', '${target}', 1, '${json({ ...file, id })}', 0, 'x', true)`
  const hostile: Record<(typeof callable)[number], string[]> = {
    hello: [
      `SELECT team.hello(1, '${annas}', '${told}')`,
      `SELECT team.hello(99, '${desk}', '${told}')`,
      `SELECT team.hello(1, '${desk}', 'null')`,
    ],
    pulse: [
      `SELECT team.pulse('${annas}', ${epoch}, '0')`,
      `SELECT team.pulse('${desk}', ${epoch}, '0')`,
      `SELECT team.pulse(NULL, NULL, NULL)`,
    ],
    reserve: [
      `SELECT * FROM team.reserve('${annas}', ${epoch}, '0', '${theirs}')`,
      `SELECT * FROM team.reserve('${desk}', ${epoch}, '0', '${theirs}')`,
      `SELECT * FROM team.reserve('${desk}', ${epoch}, '0', '${inMine}')`,
      `SELECT * FROM team.reserve('${desk}', ${epoch}, '0', '${json(Array.from({ length: 501 }, () => ({})))}')`,
    ],
    publish: [
      `SELECT team.publish('${annas}', ${epoch}, '0', '${theirs}', 0, 9)`,
      `SELECT team.publish('${desk}', ${epoch}, '0', '${theirs}', 0, 9)`,
      `SELECT team.publish('${desk}', ${epoch}, '0', '${inMine}', 0, 9)`,
    ],
    newest: [
      `SELECT * FROM team.newest('${annas}', '[{"n":1,"account":1,"kind":"dispute.create","payload":${json(item.payload)}}]')`,
    ],
    history: [
      `SELECT * FROM team.history('${secret}', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 200)`,
      `SELECT * FROM team.history(NULL, '{1,2}', NULL, NULL, NULL, NULL, NULL, NULL, NULL, 200)`,
      `SELECT * FROM team.history('xyz'' OR true --', '{1}', '{"a'' OR true --"}', NULL, 'x'' OR true --', '-infinity', 'infinity', NULL, 9, 9)`,
      `SELECT * FROM team.history('', NULL, NULL, NULL, NULL, NULL, NULL, NULL, -1, -1)`,
    ],
    colleagues: [`SELECT json_agg(x) FROM team.colleagues() x WHERE clerk <> 'mallory'`],
    item: [`SELECT team.item('${item.id}')`, `SELECT team.item(NULL)`],
    decide: [
      `SELECT team.decide('${annas}', ${epoch}, '0', '${item.id}', 1, 'close', NULL)`,
      `SELECT team.decide('${desk}', ${epoch}, '0', '${item.id}', 1, 'close', NULL)`,
      `SELECT team.decide('${desk}', ${epoch}, '0', '${item.id}', 1, NULL, NULL)`,
    ],
    draft_put: [put(annas, 1), put(desk, 1), put(desk, team.other)],
    drafts: [`SELECT team.drafts()`],
    draft: [`SELECT team.draft('${draft.id}')`, `SELECT team.draft(NULL)`],
    draft_take: [
      `SELECT team.draft_take('${annas}', ${epoch}, '0', '${draft.id}', 1)`,
      `SELECT team.draft_take('${desk}', ${epoch}, '0', '${draft.id}', 1)`,
    ],
    file_put: [piece(annas, file.id, draft.id), piece(desk, file.id, draft.id), piece(desk, randomUUID(), draft.id)],
    file_get: [`SELECT team.file_get('${file.id}', 0)`],
    file_drop: [
      `SELECT team.file_drop('${desk}', ${epoch}, '0', '${draft.id}', 1, '${file.id}')`,
      `SELECT team.file_drop('${annas}', ${epoch}, '0', '${draft.id}', 1, '${file.id}')`,
    ],
    overview: [
      `SELECT team.overview('{1,2}', '{2000-01-01,2100-01-01}', '{1900-01-01,2000-01-01}', '2100-01-01')`,
      `SELECT team.overview('{1}', '{-infinity,infinity}', '{-infinity,infinity}', 'infinity')`,
      `SELECT team.overview(NULL, NULL, NULL, NULL)`,
      `SELECT team.overview('{{1},{2}}', '{{2000-01-01,2100-01-01},{2000-01-01,2100-01-01}}', '{}', NULL)`,
      `SELECT team.overview('{1,NULL}', '{2000-01-01,NULL}', '{2100-01-01,2000-01-01}', NULL)`,
      `SELECT team.overview('{1}', ARRAY(SELECT timestamptz '2000-01-01' + n * interval '1 day' FROM generate_series(1, 100000) n), '{}', NULL)`,
    ],
    erase: [`SELECT team.erase('${item.id}')`],
    forget: [
      `SELECT team.forget('${annas}', ${epoch}, '0', '[{"id":"${item.id}","state":"sent","serial":99}]')`,
      `SELECT team.forget('${desk}', ${epoch}, '0', '[{"id":"${item.id}","state":"sent","serial":99}]')`,
      `SELECT team.forget('${desk}', ${epoch}, '0', '[{"id":"${item.id}","state":"leaving"}]')`,
      `SELECT team.forget('${desk}', ${epoch}, '0', NULL)`,
    ],
    erase_draft: [`SELECT team.erase_draft('${draft.id}')`],
    sweep: [`SELECT team.sweep(NULL)`, `SELECT team.sweep(-5)`],
    go_on_without: [`SELECT team.go_on_without('${annas}')`, `SELECT team.go_on_without(NULL)`],
  }
  for (const [name, statements] of Object.entries(hostile))
    for (const sql of statements) {
      const answer = await mallory.connection.query(sql).then(json, (error: unknown) => String(error))
      expect(answer, name).not.toContain(secret)
      expect(answer, name).not.toContain('616263')
      expect(answer, name).not.toContain(annas)
      // Not even how many.
      expect(answer, name).not.toContain('"account":1')
    }
  expect(
    await team.server.boss.query('SELECT * FROM team.item, team.draft, team.desk d WHERE d.id = $1', [anna.by.desk]),
  ).toEqual(before)
})
