import * as z from 'zod'
import { languageTags } from '../languages/index.ts'

const hostPattern = /^(?=.{1,253}$)([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)*[a-z0-9]([a-z0-9-]*[a-z0-9])?$/

/** What an administrator may say of one thing. */
interface PolicyKey<T extends z.ZodType> {
  schema: T
  /** What holds where the administrator wrote something that is not understood: whatever harms least. */
  safe: z.output<T>
  /** In the words of the administrator's own tools. */
  title: { nl: string; en: string }
  explain: { nl: string; en: string }
}

const key = <T extends z.ZodType>(policy: PolicyKey<T>): PolicyKey<T> => policy

/**
 * THE table of what an organisation can set. The file, Windows' registry and macOS's managed preferences are read by it, and the
 * JSON schema, the ADMX files and the configuration profile are made of it.
 */
export const policyKeys = {
  updates: key({
    schema: z.enum(['automatic', 'off']),
    safe: 'off',
    title: { nl: 'Bijwerken', en: 'Updates' },
    explain: {
      nl: 'automatic: Balie zoekt zelf naar nieuwe versies. off: je organisatie werkt Balie bij.',
      en: 'automatic: Balie looks for new versions itself. off: your organisation updates Balie.',
    },
  }),
  updateUrl: key({
    schema: z.url({ protocol: /^https$/ }).max(1000),
    safe: '',
    title: { nl: 'Adres van nieuwe versies', en: 'Address of new versions' },
    explain: {
      nl: 'Een eigen kopie van de map met nieuwe versies, met https. De handtekening van de makers blijft nodig.',
      en: 'A copy of your own of the folder with new versions, with https. It still needs the makers’ signature.',
    },
  }),
  allowedHosts: key({
    schema: z.array(z.string().regex(hostPattern)).max(100),
    safe: [],
    title: { nl: 'Toegestane servers', en: 'Allowed hosts' },
    explain: {
      nl: 'Alleen naar deze servers, en servers daaronder, verzendt Balie iets. Leeg: nergens heen, alleen oefenen.',
      en: 'Balie sends to these hosts, and hosts below them, alone. Empty: nowhere, practice only.',
    },
  }),
  holdSeconds: key({
    schema: z.number().int().min(0).max(60),
    safe: 60,
    title: { nl: 'Bedenktijd in seconden', en: 'Hold in seconds' },
    explain: {
      nl: 'Hoelang iets wacht voor het wordt verzonden, van 0 tot en met 60.',
      en: 'How long something waits before it is sent, from 0 to 60.',
    },
  }),
  language: key({
    schema: z.enum(['system', ...languageTags]),
    safe: 'system',
    title: { nl: 'Taal', en: 'Language' },
    explain: { nl: 'system: de taal van de computer.', en: 'system: the computer’s language.' },
  }),
} satisfies Record<string, PolicyKey<z.ZodType>>

export type PolicyName = keyof typeof policyKeys
export const policyNames = Object.keys(policyKeys) as PolicyName[]

/** What an organisation has set; a key that it left alone is not there. */
export type Policy = { [N in PolicyName]?: z.output<(typeof policyKeys)[N]['schema']> }

/** What is wrong with what an administrator wrote. */
export const policyTroubleSchema = z.object({
  kind: z.enum(['unreadable', 'unknown-key', 'wrong-value']),
  /** The key as it was written; null where it is about all of them. */
  key: z.string().nullable(),
})
export type PolicyTrouble = z.infer<typeof policyTroubleSchema>

/** What the screens may know: which of the settings are not the person's, and what the administrator has to mend. */
export const policyViewSchema = z.object({
  /** Where it was found; null where there is none. */
  source: z.string().nullable(),
  set: z.array(z.enum(policyNames)),
  troubles: z.array(policyTroubleSchema),
})
export type PolicyView = z.infer<typeof policyViewSchema>
