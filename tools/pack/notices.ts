import type { ThirdParty } from './licences.ts'

/** What the licences of others ask to be handed on: who wrote what, and the words of each licence. */
export const noticesText = (parties: readonly ThirdParty[]): string =>
  [
    'Balie is free software under the MIT licence. It holds the work of others, who are named here with their licences.',
    'Chromium’s own parts are named in LICENSES.chromium.html.',
    ...parties.map(
      ({ name, version, licence, homepage, text }) =>
        `${'-'.repeat(78)}\n${name} ${version} (${licence})${homepage ? `\n${homepage}` : ''}\n\n${text.trim()}`,
    ),
    '',
  ].join('\n\n')
