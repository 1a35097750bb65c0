import type { PolicyName } from '#shared/domain/policy.ts'

/** What an administrator's own tools say of a key. */
interface PolicyWords {
  title: { nl: string; en: string }
  explain: { nl: string; en: string }
  /** What stands in the samples. */
  example: unknown
}

/** The words of each key of the table, for the files that administrators take. */
export const policyWords: Record<PolicyName, PolicyWords> = {
  updates: {
    title: { nl: 'Bijwerken', en: 'Updates' },
    explain: {
      nl: 'automatic: Balie zoekt zelf naar nieuwe versies. off: je organisatie werkt Balie bij.',
      en: 'automatic: Balie looks for new versions itself. off: your organisation updates Balie.',
    },
    example: 'off',
  },
  updateUrl: {
    title: { nl: 'Adres van nieuwe versies', en: 'Address of new versions' },
    explain: {
      nl: 'Een eigen kopie van de map met nieuwe versies, met https. De handtekening van de makers blijft nodig.',
      en: 'A copy of your own of the folder with new versions, with https. It still needs the makers’ signature.',
    },
    example: 'https://software.example.nl/balie/',
  },
  allowedHosts: {
    title: { nl: 'Toegestane servers', en: 'Allowed hosts' },
    explain: {
      nl: 'Alleen naar deze servers, en servers daaronder, verzendt Balie iets. Leeg: nergens heen, alleen oefenen.',
      en: 'Balie sends to these hosts, and hosts below them, alone. Empty: nowhere, practice only.',
    },
    example: ['billink.nl', 'digiwallet.nl'],
  },
  holdSeconds: {
    title: { nl: 'Bedenktijd in seconden', en: 'Hold in seconds' },
    explain: {
      nl: 'Hoelang iets wacht voor het wordt verzonden, van 0 tot en met 60.',
      en: 'How long something waits before it is sent, from 0 to 60.',
    },
    example: 30,
  },
  language: {
    title: { nl: 'Taal', en: 'Language' },
    explain: { nl: 'system: de taal van de computer.', en: 'system: the computer’s language.' },
    example: 'nl',
  },
}
