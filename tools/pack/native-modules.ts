import type { AsarFile } from './asar.ts'
import type { System } from './fuses.ts'

type Processor = 'x64' | 'arm64'

const elf: Readonly<Record<number, Processor>> = { 0x3e: 'x64', 0xb7: 'arm64' }
const pe: Readonly<Record<number, Processor>> = { 0x8664: 'x64', 0xaa64: 'arm64' }
const machO: Readonly<Record<number, Processor>> = { 0x01000007: 'x64', 0x0100000c: 'arm64' }

/** For whom an executable was made, by its own first bytes; null where it is none that is known. */
export function madeFor(bytes: Buffer): { system: System; processor: Processor | undefined } | null {
  if (bytes.length < 64) return null
  if (bytes.readUInt32BE(0) === 0x7f454c46) return { system: 'linux', processor: elf[bytes.readUInt16LE(18)] }
  if (bytes.readUInt32BE(0) === 0xcffaedfe) return { system: 'darwin', processor: machO[bytes.readUInt32LE(4)] }
  const header = bytes.readUInt16BE(0) === 0x4d5a ? bytes.readUInt32LE(0x3c) : bytes.length
  return header + 6 <= bytes.length ? { system: 'win32', processor: pe[bytes.readUInt16LE(header + 4)] } : null
}

/** SQLite comes with a file for each system and processor, and only one of them runs. */
const superfluous = (names: readonly string[]): string[] =>
  names.length > 1 ? [`only one of these can run: ${names.join(', ')}`] : []

/** The processor a package is for, by the one file of SQLite in it. */
const processorOf = (names: readonly string[]): string | undefined => /-(x64|arm64)\.node$/.exec(names[0] ?? '')?.[1]

/** Packed on another computer, a package holds that one's keychain module and loses every key at the end of the session. */
export function nativeProblems(files: readonly AsarFile[], system: System): string[] {
  const modules = files.filter(({ name }) => name.endsWith('.node'))
  const libraries = modules.map(({ name }) => name).filter((name) => name.includes('/prebuilds/'))
  const processor = processorOf(libraries)
  return [
    ...superfluous(libraries),
    ...modules.flatMap(({ name, unpacked, bytes }) => {
      const made = madeFor(bytes)
      return [
        ...(unpacked ? [] : [`${name} is inside the asar, where it cannot be loaded`]),
        ...(made?.system === system ? [] : [`${name} is of another system`]),
        ...(made?.system !== system || made.processor === processor ? [] : [`${name} is of another processor`]),
      ]
    }),
  ]
}
