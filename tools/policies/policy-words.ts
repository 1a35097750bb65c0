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
  accounts: {
    title: { nl: 'Accounts', en: 'Accounts' },
    explain: {
      nl: 'Accounts zonder sleutel, die de gebruiker niet kan wijzigen: id, kind, environment, name, en de instellingen van de dienst. Onder Windows elk account op een eigen regel, als JSON.',
      en: 'Accounts without a key, which the user cannot change: id, kind, environment, name, and the settings of the vendor. On Windows each account on a line of its own, as JSON.',
    },
    example: [
      {
        id: 'winkel',
        kind: 'billink',
        environment: 'production',
        name: 'Winkel',
        url: 'https://api.billink.nl/dispute',
        username: 'winkel',
      },
    ],
  },
  productionAccounts: {
    title: { nl: 'Echte accounts', en: 'Production accounts' },
    explain: {
      nl: 'any: de gebruiker kan ze zelf toevoegen. organisation: alleen met accounts uit het beleid wordt echt verzonden.',
      en: 'any: the user can add them. organisation: only accounts of the policy really send.',
    },
    example: 'organisation',
  },
  maxFileMegabytes: {
    title: { nl: 'Grootste bijlage in MB', en: 'Largest attachment in MB' },
    explain: {
      nl: 'Hoe groot een bijlage hoogstens mag zijn, van 1 tot en met 100; een account kan lager staan.',
      en: 'How large an attachment may be at most, from 1 to 100; an account may have less.',
    },
    example: 10,
  },
  maxRunRows: {
    title: { nl: 'Meeste rijen per bulkverzending', en: 'Most rows in a bulk run' },
    explain: {
      nl: 'Hoeveel rijen een bulkverzending hoogstens verzendt. Oefenen telt niet mee.',
      en: 'How many rows a bulk run sends at most. Practice does not count.',
    },
    example: 5000,
  },
  teamHosts: {
    title: { nl: 'Servers voor teams', en: 'Team servers' },
    explain: {
      nl: 'Alleen met een database op deze servers, en servers daaronder, kan de gebruiker een team delen. Leeg: geen team.',
      en: 'The user can share a team by databases on these servers, and servers below them, alone. Empty: no team.',
    },
    example: ['db.example.nl'],
  },
  exports: {
    title: { nl: 'Opslaan wat is verzonden', en: 'Saving what was sent' },
    explain: {
      nl: 'allowed: de gebruiker kan wat is verzonden opslaan als tabel (Excel of CSV) of als dossier (pdf), en ook het overzicht. off: dat kan niet.',
      en: 'allowed: the user can save what was sent as a table (Excel or CSV) or as a dispute file (pdf), and the overview, too. off: they cannot.',
    },
    example: 'off',
  },
  proxy: {
    title: { nl: 'Proxy', en: 'Proxy' },
    explain: {
      nl: 'system: die van de computer. direct: geen. Anders één proxy, zoals http://proxy.example.nl:8080 (ook https en socks5).',
      en: 'system: the computer’s. direct: none. Otherwise one proxy, such as http://proxy.example.nl:8080 (https and socks5 as well).',
    },
    example: 'http://proxy.example.nl:8080',
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
  keepFilesDays: {
    title: { nl: 'Bestanden bewaren, in dagen', en: 'Keep files, in days' },
    explain: {
      nl: 'Na zoveel dagen worden bestanden van verzonden geschillen gewist, van 1 tot en met 730.',
      en: 'Files of sent disputes are erased after so many days, from 1 to 730.',
    },
    example: 30,
  },
  keepTextsDays: {
    title: { nl: 'Teksten bewaren, in dagen', en: 'Keep texts, in days' },
    explain: {
      nl: 'Na zoveel dagen wordt de tekst van verzonden en geweigerde items gewist, van 1 tot en met 2555. Wat onzeker is, blijft.',
      en: 'The text of sent and refused items is erased after so many days, from 1 to 2555. What is uncertain stays.',
    },
    example: 730,
  },
  keepUnsentDays: {
    title: { nl: 'Ingetrokken items bewaren, in dagen', en: 'Keep what was taken back, in days' },
    explain: {
      nl: 'Na zoveel dagen worden ingetrokken items en weggegooide concepten gewist, van 1 tot en met 30.',
      en: 'Items that were taken back and drafts that were thrown away are erased after so many days, from 1 to 30.',
    },
    example: 1,
  },
  keepTablesDays: {
    title: { nl: 'Tabellen bewaren, in dagen', en: 'Keep tables, in days' },
    explain: {
      nl: 'Zoveel dagen nadat een bulk klaar is, worden de rijen ervan gewist, van 1 tot en met 365.',
      en: 'The rows of a bulk run are erased so many days after it is over, from 1 to 365.',
    },
    example: 30,
  },
  keepLogsDays: {
    title: { nl: 'Logbestanden bewaren, in dagen', en: 'Keep logs, in days' },
    explain: {
      nl: 'Na zoveel dagen worden regels uit het logbestand gewist, van 1 tot en met 30.',
      en: 'Lines of the log are erased after so many days, from 1 to 30.',
    },
    example: 14,
  },
}
