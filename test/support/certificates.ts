import { generate } from 'selfsigned'

export interface Identity {
  key: string
  cert: string
}

export interface TestAuthority {
  /** What a client has to trust. */
  cert: string
  issue(names: readonly string[], validity?: { from: Date; until: Date }): Promise<Identity>
}

const days = (count: number) => new Date(Date.now() + count * 24 * 60 * 60_000)

/** A certificate authority of the tests' own, and whatever it vouches for. */
export async function createTestAuthority(name = 'Balie test authority'): Promise<TestAuthority> {
  const authority = await generate([{ name: 'commonName', value: name }], {
    keyType: 'ec',
    algorithm: 'sha256',
    notBeforeDate: days(-2),
    notAfterDate: days(2),
    extensions: [
      { name: 'basicConstraints', cA: true, critical: true },
      { name: 'keyUsage', keyCertSign: true, critical: true },
    ],
  })
  return {
    cert: authority.cert,
    async issue(names, validity = { from: days(-1), until: days(1) }) {
      const issued = await generate([{ name: 'commonName', value: names[0] ?? 'nobody' }], {
        keyType: 'ec',
        algorithm: 'sha256',
        notBeforeDate: validity.from,
        notAfterDate: validity.until,
        ca: { key: authority.private, cert: authority.cert },
        extensions: [
          { name: 'basicConstraints', cA: false },
          { name: 'subjectAltName', altNames: names.map((value) => ({ type: 2, value })) },
        ],
      })
      return { key: issued.private, cert: issued.cert }
    },
  }
}
