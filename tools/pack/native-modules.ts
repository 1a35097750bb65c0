import type { AsarFile } from './asar.ts'
import type { System } from './fuses.ts'

/** How the executables of each system begin. */
const begins: Record<System, readonly string[]> = {
  linux: ['7f454c46'],
  win32: ['4d5a'],
  darwin: ['cffaedfe', 'cafebabe'],
}

/** SQLite comes with a file for each system and processor, and only one of them runs. */
const superfluous = (names: readonly string[]): string[] => {
  const libraries = names.filter((name) => name.includes('/prebuilds/'))
  return libraries.length > 1 ? [`only one of these can run: ${libraries.join(', ')}`] : []
}

/** Packed on another system, a package holds that one's keychain module and loses every key at the end of the session. */
export function nativeProblems(files: readonly AsarFile[], system: System): string[] {
  const modules = files.filter(({ name }) => name.endsWith('.node'))
  return [
    ...superfluous(modules.map(({ name }) => name)),
    ...modules.flatMap(({ name, unpacked, bytes }) => [
      ...(unpacked ? [] : [`${name} is inside the asar, where it cannot be loaded`]),
      ...(begins[system].some((magic) => bytes.toString('hex').startsWith(magic)) ? [] : [`${name} is of another system`]),
    ]),
  ]
}
