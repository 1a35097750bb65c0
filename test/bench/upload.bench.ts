import { fork, spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'vite'
import { median, verdict, type Figure } from './figures.ts'

const rounds = 5
const megabyte = 1_000_000
const allowedIncrease = 25 * megabyte
const allowedRatio = 1.3

const script = (name: string) => join(import.meta.dirname, 'upload', name)
const messageOf = async (child: ChildProcess): Promise<unknown> => (await once(child, 'message'))[0]

async function ours(sender: string, url: string, path: string) {
  const child = fork(sender, [url, path])
  const exited = once(child, 'exit')
  const sent = (await messageOf(child)) as { ms: number; peakBytes: number; arrived: boolean }
  await exited
  if (!sent.arrived) throw new Error(`the sink did not get all of ${path}`)
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

const mb = (bytes: number) => `${(bytes / megabyte).toFixed(1)} MB`

/** What one round tells: both ways of sending right after each other, so that a busy machine is busy for both. */
async function round(sender: string, url: string, paths: { empty: string; small: string; large: string }, hasCurl: boolean) {
  const small = await ours(sender, url, paths.small)
  const large = await ours(sender, url, paths.large)
  // The app runs already, so what the shell needs to start is not held against it.
  const curl = hasCurl ? (await curls(url, paths.large)) - (await curls(url, paths.empty)) : Number.NaN
  return { small: small.peakBytes, large: large.peakBytes, ms: large.ms, curl }
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

/** Sending a large file takes little more memory than a small one, and little more time than the shell's own tools. */
export async function measure(): Promise<Figure[]> {
  const folder = await mkdtemp(join(tmpdir(), 'balie-bench-'))
  const sink = fork(script('sink.ts'))
  try {
    const url = `http://127.0.0.1:${String(await messageOf(sink))}/`
    const paths = { empty: join(folder, 'empty'), small: join(folder, 'small'), large: join(folder, 'large') }
    await writeFile(paths.empty, '')
    await writeFile(paths.small, randomBytes(megabyte))
    await writeFile(paths.large, randomBytes(100 * megabyte))
    const sender = await buildSender(folder)
    const hasCurl = spawnSync('curl', ['--version']).status === 0
    const results: Awaited<ReturnType<typeof round>>[] = []
    for (let at = 0; at < rounds; at += 1) results.push(await round(sender, url, paths, hasCurl))
    const middle = (of: keyof (typeof results)[number]) => median(results.map((result) => result[of]))
    const increase = middle('large') - middle('small')
    // Round by round, so that what else the machine does weighs on both sides of each ratio alike.
    const ratio = median(results.map(({ ms, curl }) => ms / curl))
    return [
      {
        case: 'upload',
        what: `peak memory of sending 100 MB (${rounds} rounds)`,
        measured: mb(middle('large')),
        against: `${mb(middle('small'))} for 1 MB`,
        ratio: `+${mb(increase)}`,
        target: `≤ +${mb(allowedIncrease)}`,
        verdict: verdict(increase <= allowedIncrease),
      },
      {
        case: 'upload',
        what: `time of sending 100 MB (${rounds} rounds)`,
        measured: `${middle('ms').toFixed(0)} ms`,
        against: hasCurl ? `${middle('curl').toFixed(0)} ms for base64 | curl, once started` : '—',
        ratio: hasCurl ? `${ratio.toFixed(2)} ×` : '—',
        target: `≤ ${allowedRatio} ×`,
        verdict: hasCurl ? verdict(ratio <= allowedRatio) : 'skipped: there is no curl',
      },
    ]
  } finally {
    sink.disconnect()
    await rm(folder, { recursive: true, force: true })
  }
}
