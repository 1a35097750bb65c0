import type { AccountKind } from '#shared/domain/account.ts'
import { startPracticeServer, type PracticeServer } from '../practice/server.ts'
import { createBillinkPractice, type BillinkPracticeOptions } from './billink/practice/index.ts'
import { createDigiwalletPractice, type DigiwalletPracticeOptions } from './digiwallet/practice/index.ts'
import { createMolliePractice, type MolliePracticeOptions } from './mollie/practice/index.ts'

export interface PracticeOptions {
  /** 0, the default, takes any free port. */
  port?: number
  billink?: BillinkPracticeOptions
  digiwallet?: DigiwalletPracticeOptions
  mollie?: MolliePracticeOptions
}

/** Starts the practice environment with every vendor in it. Loaded only where it is used: its code is no part of a start. */
export async function createPractice(options: PracticeOptions = {}) {
  const vendors = {
    billink: createBillinkPractice(options.billink),
    digiwallet: createDigiwalletPractice(options.digiwallet),
    mollie: createMolliePractice(options.mollie),
  } satisfies Record<AccountKind | 'mollie', unknown>
  const server: PracticeServer = await startPracticeServer(Object.values(vendors), options.port)
  return {
    ...server,
    vendors,
    /** What an account's address is set to. */
    addressOf: (vendor: keyof typeof vendors): string => server.origin + vendors[vendor].base,
  }
}
export type Practice = Awaited<ReturnType<typeof createPractice>>
