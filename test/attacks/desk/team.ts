import { mayBeTeamOn } from '#main/policy/apply-policy.ts'
import { createTestAuthority } from '#test/support/certificates.ts'
import { askForPassword, askWeaklySealed } from '#test/support/hostile-postgres.ts'
import type { Attacks } from './attack.ts'

const policy = { teamHosts: ['example.nl'] }

/** A server that is to be taken for a team's database, and where one may be. */
export const team: Attacks = {
  async 'has old TLS spoken to a team’s database by what stands in the environment'() {
    const authority = await createTestAuthority()
    const weak = { minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: 'DEFAULT@SECLEVEL=0' } as const
    return (await askWeaklySealed(await authority.issue(['localhost']), authority.cert, weak)).told !== ''
  },
  'gets a clerk’s password in clear': async () => (await askForPassword('in clear')).told.includes('geheim-van-anna'),
  'gets a clerk’s password as MD5': async () => (await askForPassword('as MD5')).told.includes('md5'),
  'is a team’s server by how its name ends': () => mayBeTeamOn(policy, 'kwaadexample.nl'),
  'is a team’s server where no team may be': () => mayBeTeamOn({ teamHosts: [] }, 'db.example.nl'),
}
