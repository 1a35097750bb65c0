import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createTestAuthority, type Identity } from './certificates.ts'
import { test as base } from './electron-app.ts'
import { rawAnswer } from './hostile-server.ts'
import { createRawRecorder, headerOf, type Behaviour, type RawRecorder, type RawRequest } from './raw-recorder.ts'

/** DigiWallet's success for whatever is asked; 401 for another key than this. */
export const takesKey = (key: () => string): Behaviour => ({
  onRequest(socket, request) {
    const isKnown = headerOf(request, 'authorization')[0] === `Bearer ${key()}`
    const status = request.method === 'POST' ? 201 : 200
    socket.write(
      isKnown
        ? rawAnswer(status, '{"status":0,"message":"SaleNote successfully created","saleNoteID":4711}')
        : rawAnswer(401, '{"status":1,"message":"Unauthorized"}'),
    )
  },
})

/** The keys that requests came with, in their order. */
export const keysOf = (requests: readonly RawRequest[]): string[] =>
  requests.map((request) => headerOf(request, 'authorization')[0]?.replace('Bearer ', '') ?? '')

interface Trust {
  authorityName: string
  /** Names the file with the authority that the app is to trust. */
  authority: { file: string; identity: Identity }
}

interface Vendors {
  /** Starts a vendor at `https://localhost`, which ends with the test. */
  startVendor: (behaviour: Behaviour) => Promise<RawRecorder>
}

/** The app beside vendors of the test's own, over TLS, as its computer's administrator would have set it up. */
export const test = base.extend<Vendors, Trust>({
  authorityName: ['Balie test authority', { option: true, scope: 'worker' }],
  authority: [
    async ({ authorityName }, provide) => {
      const folder = await mkdtemp(path.join(tmpdir(), 'balie-authority-'))
      const file = path.join(folder, 'authority.pem')
      const authority = await createTestAuthority(authorityName)
      await writeFile(file, authority.cert)
      await provide({ file, identity: await authority.issue(['localhost']) })
      await rm(folder, { recursive: true, force: true })
    },
    { scope: 'worker' },
  ],
  appEnv: async ({ authority }, provide) => await provide({ NODE_EXTRA_CA_CERTS: authority.file }),
  startVendor: async ({ authority }, provide) => {
    const started: RawRecorder[] = []
    await provide(async (behaviour) => {
      const vendor = await createRawRecorder(behaviour, authority.identity)
      started.push(vendor)
      return vendor
    })
    for (const vendor of started) await vendor.close()
  },
})
