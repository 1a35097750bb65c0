import type { AsarFile } from './asar.ts'
import type { System } from './fuses.ts'

/** How the executables of each system begin. */
const begins: Record<System, readonly string[]> = {
  linux: ['7f454c46'],
  win32: ['4d5a'],
  darwin: ['cffaedfe', 'cafebabe'],
}

/** Packed on another system, a package holds that one's keychain module and loses every key at the end of the session. */
export const nativeProblems = (files: readonly AsarFile[], system: System): string[] =>
  files
    .filter(({ name }) => name.endsWith('.node'))
    .flatMap(({ name, unpacked, bytes }) => [
      ...(unpacked ? [] : [`${name} is inside the asar, where it cannot be loaded`]),
      ...(begins[system].some((magic) => bytes.toString('hex').startsWith(magic)) ? [] : [`${name} is of another system`]),
    ])
