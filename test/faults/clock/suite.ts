import type { Run } from '../report.ts'
import { play, playNaively } from './play.ts'
import { scenarios } from './scenarios.ts'
import { journeys, travel } from './zones.ts'

const iso = (ms: number) => new Date(ms).toISOString()

/** Moments at which the clock on the wall in Amsterdam is put back or forward while an item is held. */
const changes = ['2026-10-25T00:59:55.000Z', '2026-03-29T00:59:55.000Z']

/** Clocks that are set, computers that sleep, and zones that change: holds, waits and dates stay right. */
export async function clock({ short, report }: Run): Promise<void> {
  const rows = []
  for (const scenario of scenarios) {
    const found = await play(scenario)
    const naive = scenario.naive ? await playNaively(scenario.naive) : '–'
    report.check(`clock, ${scenario.name}`, found === scenario.expected, `${found} instead of ${scenario.expected}`)
    rows.push([scenario.name, found, naive])
  }
  const [hold] = scenarios
  const zone = process.env['TZ']
  process.env['TZ'] = 'Europe/Amsterdam'
  for (const at of changes) {
    const found = await play(
      { ...hold!, name: '', run: async ({ desk }) => void desk().file(desk().draftDispute()) },
      Date.parse(at),
    )
    report.check(`clock, a hold over the change of the clocks at ${at}`, found === '10 · sent', found)
    rows.push([`hold over the change of the clocks in Amsterdam, ${at.slice(0, 10)}`, found, '–'])
  }
  if (zone === undefined) delete process.env['TZ']
  else process.env['TZ'] = zone
  report.heading('Clocks')
  report.table(['what happens', 'leaves at (s after filing), and then', 'naive: left after'], rows)
  report.note(
    'Seconds of the steady clock. “asks”: it waits for a person, here because it seems older than a day. The naive client has a time in a file and the clock on the wall.',
  )

  const travelled = []
  for (const journey of short ? journeys.slice(0, 1) : journeys) {
    const { before, after } = await travel(journey)
    const now = Date.parse(journey.at)
    const right = { createdAt: iso(now), stateAt: iso(now), notBefore: iso(now + 60_000) }
    const seen = ({ createdAt, stateAt, notBefore }: typeof before) => JSON.stringify({ createdAt, stateAt, notBefore })
    const ok = [before, after].every((one) => seen(one) === JSON.stringify(right))
    report.check(`clock, filed in ${journey.from} and opened in ${journey.to}`, ok, `${seen(before)}, then ${seen(after)}`)
    const shift = (after.naiveLeavesAt - (now + 60_000)) / 3_600_000
    travelled.push([
      journey.from,
      journey.to,
      journey.at,
      ok ? 'the same moments' : 'others',
      `${shift > 0 ? '+' : ''}${shift} h`,
    ])
  }
  report.table(['filed in', 'opened in', 'at', 'dates and end of the hold', 'naive: hold moves by'], travelled)
}
