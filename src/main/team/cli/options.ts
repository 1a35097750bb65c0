import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import type { TeamAddress } from '../postgres.ts'

/** What was typed can't be meant: the usage is shown. */
export class Usage extends Error {}

export interface Options {
  command: string
  words: string[]
  address: TeamAddress
  admin: string | null
  display: string | null
  isManager: boolean
  accounts: number[] | null
  keepDays: number
  counts: boolean
  url: string | null
  settings: Record<string, string>
  out: string | null
}

const port = (text: string | undefined): number => {
  const number = text === undefined ? 5432 : Number(text)
  if (!Number.isInteger(number) || number < 1 || number > 65_535) throw new Usage('A port is a number from 1 to 65535.')
  return number
}

/** `anna@db.example:5432/balie`; IPv6 in brackets. */
export function addressFrom(text: string, ca: string | null): TeamAddress {
  const parts = /^([^@/\s]+)@(?:\[([0-9a-fA-F:.]+)\]|([^:/@\s]+))(?::(\d+))?\/([^/\s]+)$/.exec(text)
  const [, user, bracketed, plain, given, database] = parts ?? []
  const host = bracketed ?? plain
  if (!user || !host || !database) throw new Usage(`"${text}" is no address; write it as name@host:5432/database.`)
  return { user, host, port: port(given), database, ca }
}

const wholeNumber = (text: string, least: number, what: string): number => {
  const number = Number(text)
  if (!Number.isInteger(number) || number < least) throw new Usage(`${what} is a whole number of at least ${least}.`)
  return number
}

/** Reads the command line. The password is never a part of it: others on the computer can read that. */
export function optionsFrom(args: readonly string[], env: NodeJS.ProcessEnv): Options {
  let parsed
  try {
    parsed = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        as: { type: 'string' },
        ca: { type: 'string' },
        admin: { type: 'string' },
        name: { type: 'string' },
        manager: { type: 'boolean', default: false },
        accounts: { type: 'string' },
        'keep-days': { type: 'string', default: '730' },
        counts: { type: 'boolean', default: false },
        url: { type: 'string' },
        set: { type: 'string', multiple: true, default: [] },
        out: { type: 'string' },
      },
    })
  } catch (error) {
    throw new Usage(error instanceof Error ? error.message : String(error))
  }
  const { values, positionals } = parsed
  const [command, ...words] = positionals
  if (!command) throw new Usage('Say what to do.')
  const as = values.as ?? env['BALIE_TEAM']
  if (!as) throw new Usage('Say where: --as name@host:5432/database, or BALIE_TEAM in the environment.')
  let ca: string | null = null
  if (values.ca !== undefined) {
    try {
      ca = readFileSync(values.ca, 'utf8')
    } catch {
      throw new Usage(`The certificate ${values.ca} can't be read.`)
    }
  }
  const settings = values.set.map((pair): [string, string] => {
    const at = pair.indexOf('=')
    if (at < 1) throw new Usage(`--set wants name=value, not "${pair}".`)
    return [pair.slice(0, at), pair.slice(at + 1)]
  })
  return {
    command,
    words,
    address: addressFrom(as, ca),
    admin: values.admin ?? null,
    display: values.name ?? null,
    isManager: values.manager,
    accounts: values.accounts?.split(',').map((one) => wholeNumber(one, 1, 'An account')) ?? null,
    keepDays: wholeNumber(values['keep-days'], 30, '--keep-days'),
    counts: values.counts,
    url: values.url ?? null,
    settings: Object.fromEntries(settings),
    out: values.out ?? null,
  }
}
