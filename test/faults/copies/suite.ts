import { inLanes } from '../harness/children.ts'
import { seeded } from '../harness/random.ts'
import type { Run } from '../report.ts'
import { meddledRound, meddlings, naiveMeddledRound } from './rounds.ts'

/**
 * A ledger that was copied, put back, or parted from its log, at every such moment that a person or a program can come up with:
 * nothing arrives twice without a word, and nobody is alarmed where nothing happened.
 */
export async function copies({ short, seed, report }: Run): Promise<void> {
  const random = seeded(seed)
  const rows: (string | number)[][] = []
  for (const meddling of meddlings) {
    const seeds = Array.from({ length: short ? 1 : 20 }, () => random.seed())
    const rounds = await inLanes(2, seeds, (one) => meddledRound(meddling, one))
    const findings = rounds.flatMap((round) => round.findings)
    const sum = (of: 'arrived' | 'twice' | 'asking') => rounds.reduce((total, round) => total + round[of], 0)
    const naive = meddling.naive && !short ? await inLanes(2, seeds, naiveMeddledRound) : null
    report.check(
      `copies, ${meddling.name}`,
      findings.length === 0 && sum('twice') === 0,
      [`${sum('twice')} twice`, ...findings.slice(0, 3)].join('; '),
    )
    rows.push([
      meddling.name,
      rounds.length,
      sum('arrived'),
      sum('twice'),
      sum('asking'),
      findings.length,
      naive ? naive.reduce((total, one) => total + one, 0) : '–',
    ])
  }
  report.heading('Copies')
  report.table(['what happens', 'rounds', 'arrived', 'POSTs twice', 'ask', 'other findings', 'naive: twice'], rows)
  report.note(
    'Twelve notes wait, a start sends them and is closed or killed, somebody meddles with the data folder, and the app starts again by itself. Other findings: a doubt that is not told or told for nothing, a start that fails, a draft that is gone. What the app remembers outside the data folder is left alone; there is no keychain here.',
  )
}
