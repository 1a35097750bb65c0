import * as z from 'zod'

const component = z.object({ name: z.string(), version: z.string(), licenses: z.array(z.unknown()).min(1) })
const bom = z.object({
  bomFormat: z.literal('CycloneDX'),
  specVersion: z.literal('1.6'),
  metadata: z.object({ component: z.object({ name: z.literal('balie'), version: z.string() }) }),
  components: z.array(component),
})

/** Of each room at least one, and those that no bundler knows of. */
const expected = [
  'SQLite3 Multiple Ciphers',
  'better-sqlite3-multiple-ciphers',
  'electron',
  'ffmpeg',
  'keytar',
  'react',
  'react-dom',
  'undici',
  'zod',
]

/** What is wrong with a bill of materials: not one, or without what is certainly in a package. */
export function sbomProblems(text: string): string[] {
  const read = bom.safeParse(JSON.parse(text))
  if (!read.success) return [`sbom.cdx.json: ${z.prettifyError(read.error)}`]
  const names = new Set(read.data.components.map(({ name }) => name))
  return expected.flatMap((name) => (names.has(name) ? [] : [`sbom.cdx.json does not name ${name}`]))
}
