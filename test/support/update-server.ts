import { createHash, generateKeyPairSync, type KeyObject } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A pair of keys as a release has them: the private one, and the public one as an app knows it. */
export function newKey(): { privateKey: KeyObject; publicKey: string } {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  const { x } = publicKey.export({ format: 'jwk' })
  return { privateKey, publicKey: Buffer.from(x ?? '', 'base64url').toString('base64') }
}

/** What a server tells of a version. */
export interface Release {
  version: string
  /** What is in the file; its sum is in the feed. */
  content: Buffer
  /** More lines of the feed. */
  more?: string
}

const fileName = ({ version }: Release, extension: string): string => `Balie-${version}.${extension}`

/** The feed as electron-builder writes it. */
export function feedOf(release: Release): string {
  const sha512 = createHash('sha512').update(release.content).digest('base64')
  const files = ['AppImage', 'exe', 'deb', 'rpm', 'zip'].map(
    (extension) => `  - url: ${fileName(release, extension)}\n    sha512: ${sha512}\n    size: ${release.content.length}\n`,
  )
  const path = fileName(release, 'AppImage')
  return `version: ${release.version}\nfiles:\n${files.join('')}path: ${path}\nsha512: ${sha512}\n${release.more ?? ''}`
}

export interface UpdateServer {
  url: string
  /** What was asked for, in order. */
  asked: string[]
  close(): Promise<void>
}

/** A server on loopback with one release; what it answers can be anything, as on a real network. */
export async function serveRelease(
  release: Release,
  answers: {
    feed: string | null
    /** What comes for the file, in place of its content; null ends the connection. */
    file?: Buffer | null
    status?: number
  },
): Promise<UpdateServer> {
  const asked: string[] = []
  const server = createServer((request, response) => {
    const name = decodeURIComponent(new URL(request.url ?? '/', 'http://x').pathname.slice(1))
    asked.push(name)
    const isFeed = name.endsWith('.yml')
    const body = isFeed ? answers.feed : answers.file === undefined ? release.content : answers.file
    if (body === null) {
      request.socket.destroy()
      return
    }
    if (!isFeed && !name.startsWith(`Balie-${release.version}.`)) {
      response.writeHead(404).end()
      return
    }
    if (name.endsWith('.blockmap')) {
      response.writeHead(404).end()
      return
    }
    response.writeHead(isFeed ? (answers.status ?? 200) : 200, { 'content-length': Buffer.byteLength(body) }).end(body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    asked,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}
