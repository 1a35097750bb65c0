import { fork, spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'vite'
import { openSource } from '#main/storage/source-file.ts'
import { median, verdict, type Figure } from './figures.ts'
import { benchVault } from './upload/files.ts'

const rounds = 5
const megabyte = 1_000_000
const allowedIncrease = 25 * megabyte
const allowedRatio = 1.3

const script = (name: string) => join(import.meta.dirname, 'upload', name)
const messageOf = async (child: ChildProcess): Promise<unknown> => (await once(child, 'message'))[0]
const mb = (bytes: number) => `${(bytes / megabyte).toFixed(1)} MB`

/** What the sender reads: a path, or the vault's folder and a record in it. */
type Input = [path: string, record?: string]

async function ours(sender: string, url: string, input: Input) {
  const child = fork(sender, [url, ...input.filter((part) => part !== undefined)])
  const exited = once(child, 'exit')
  const sent = (await messageOf(child)) as { ms: number; peakBytes: number; arrived: boolean }
  await exited
  if (!sent.arrived) throw new Error(`the sink did not get all of ${input.join(' ')}`)
  return sent
}

/** The same JSON made by a shell and streamed by curl. */
async function curls(url: string, path: string) {
  const before =
    '{"billinkId":"bench","billinkUsername":"bench","category":"c","customerEmail":"a@example.nl","customerName":"a","file":"'
  const after = '","fileName":"bewijs.pdf","invoice":"1","locale":"nl","message":"m"}'
  const pipeline = `{ printf %s "$1"; base64 -w0 "$2"; printf %s "$3"; } | curl -sS -X POST -H 'Content-Type: application/json' -H 'Expect:' -T - "$4"`
  const from = performance.now()
  const child = spawn('sh', ['-c', pipeline, 'sh', before, path, after, url], { stdio: ['ignore', 'ignore', 'inherit'] })
  const [code] = await once(child, 'exit')
  if (code !== 0) throw new Error(`curl ended with ${code}`)
  return performance.now() - from
}

/** As it ships: one script without types. Stripping them at start-up would take more memory than the upload and hide it. */
async function buildSender(folder: string) {
  const outDir = join(folder, 'sender')
  await build({
    configFile: false,
    logLevel: 'error',
    build: { ssr: script('sender.ts'), outDir, target: 'node24', rolldownOptions: { output: { entryFileNames: 'sender.mjs' } } },
    ssr: { noExternal: true },
  })
  return join(outDir, 'sender.mjs')
}

/** The files to send, in a folder and in a vault. */
async function prepare(folder: string) {
  const vaultFolder = join(folder, 'vault')
  const make = async (name: string, bytes: number): Promise<{ plain: Input; vault: Input }> => {
    const path = join(folder, name)
    await writeFile(path, randomBytes(bytes))
    const source = await openSource({ path })
    const stored = await benchVault(vaultFolder).store(source, { id: name, maxBytes: bytes, audience: 'practice' })
    await source.close()
    return { plain: [path], vault: [vaultFolder, JSON.stringify({ id: name, ...stored })] }
  }
  return { small: await make('small', megabyte), large: await make('large', 100 * megabyte), empty: await make('empty', 0) }
}

interface Round {
  small: number
  large: number
  ms: number
}

/** `curl` is the shell's own time, null where there is no curl. */
function figuresOf(from: string, results: readonly Round[], curl: number | null): Figure[] {
  const middle = (of: keyof Round) => median(results.map((result) => result[of]))
  const increase = middle('large') - middle('small')
  const ratio = middle('ms') / (curl ?? Number.NaN)
  return [
    {
      case: 'upload',
      what: `peak memory of sending 100 MB from ${from}`,
      measured: mb(middle('large')),
      against: `${mb(middle('small'))} for 1 MB`,
      ratio: `+${mb(increase)}`,
      target: `≤ +${mb(allowedIncrease)}`,
      verdict: verdict(increase <= allowedIncrease),
    },
    {
      case: 'upload',
      what: `time of sending 100 MB from ${from}`,
      measured: `${middle('ms').toFixed(0)} ms`,
      against: curl === null ? '—' : `${curl.toFixed(0)} ms for base64 | curl, once started`,
      ratio: curl === null ? '—' : `${ratio.toFixed(2)} ×`,
      target: `≤ ${allowedRatio} ×`,
      verdict: curl === null ? 'skipped: there is no curl' : verdict(ratio <= allowedRatio),
    },
  ]
}

/** Sending a large file takes little more memory than a small one, and little more time than the shell's own tools. */
export async function measure(): Promise<Figure[]> {
  const folder = await mkdtemp(join(tmpdir(), 'balie-bench-'))
  const sink = fork(script('sink.ts'))
  try {
    const url = `http://127.0.0.1:${String(await messageOf(sink))}/`
    const files = await prepare(folder)
    const sender = await buildSender(folder)
    const hasCurl = spawnSync('curl', ['--version']).status === 0
    const results: { plain: Round[]; vault: Round[] } = { plain: [], vault: [] }
    const shell: { whole: number[]; start: number[] } = { whole: [], start: [] }
    // In turn, so that what else the machine does weighs on all of them alike.
    for (let at = 0; at < rounds; at += 1) {
      for (const from of ['plain', 'vault'] as const) {
        const small = await ours(sender, url, files.small[from])
        const large = await ours(sender, url, files.large[from])
        results[from].push({ small: small.peakBytes, large: large.peakBytes, ms: large.ms })
        if (!hasCurl) continue
        shell.whole.push(await curls(url, files.large.plain[0]))
        shell.start.push(await curls(url, files.empty.plain[0]))
      }
    }
    // The app runs already, so what the shell needs to start is not held against it.
    const curl = hasCurl ? median(shell.whole) - median(shell.start) : null
    return [
      ...figuresOf(`a file (${rounds} rounds)`, results.plain, curl),
      ...figuresOf(`the sealed vault (${rounds} rounds)`, results.vault, curl),
    ]
  } finally {
    sink.disconnect()
    await rm(folder, { recursive: true, force: true })
  }
}
