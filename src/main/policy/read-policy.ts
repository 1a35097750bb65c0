import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { appId } from '#shared/app-id.ts'
import { registryValues } from './registry.ts'
import { noPolicy, parsePolicy, type ReadPolicy } from './parse-policy.ts'

/** What the three systems keep a policy in; each can be written by an administrator alone. */
export const policyPlaces = {
  linux: '/etc/balie/policy.json',
  darwin: `/Library/Managed Preferences/${appId}.plist`,
  win32: String.raw`HKLM\Software\Policies\Balie`,
} as const

const policyParent = String.raw`HKLM\Software\Policies`

/** SECURITY: by its whole path. By name alone one in the working folder would answer, and a policy would be gone. */
const registryProgram = path.win32.join(process.env['SystemRoot'] ?? String.raw`C:\Windows`, 'System32', 'reg.exe')

/** The system as far as a policy is read from it. */
export interface PolicyPort {
  platform: NodeJS.Platform
  /** Rejects with ENOENT where there is none. */
  readText(file: string): Promise<string>
  /** The output of one of the system's own programs; rejects where it fails. */
  run(program: string, args: readonly string[]): Promise<string>
}

export const systemPolicyPort: PolicyPort = {
  platform: process.platform,
  readText: (file) => readFile(file, 'utf8'),
  run: async (program, args) => (await promisify(execFile)(program, [...args], { windowsHide: true })).stdout,
}

const isAbsent = (error: unknown): boolean => (error as { code?: unknown }).code === 'ENOENT'

async function readJson(source: string, read: () => Promise<string>): Promise<ReadPolicy> {
  let text: string
  try {
    text = await read()
  } catch (error) {
    return isAbsent(error) ? noPolicy : parsePolicy(source, null)
  }
  try {
    return parsePolicy(source, JSON.parse(text.replace(/^\uFEFF/, '')))
  } catch {
    return parsePolicy(source, null)
  }
}

/** What the organisation set on this computer, once at the start: the same for everyone who works on it. */
export async function readPolicy({ platform, readText, run }: PolicyPort = systemPolicyPort): Promise<ReadPolicy> {
  if (platform === 'win32') {
    const query = (place: string) => run(registryProgram, ['query', place]).catch(() => null)
    const output = await query(policyPlaces.win32)
    if (output !== null) return parsePolicy(policyPlaces.win32, registryValues(output))
    // Absent and forbidden have the same code; the key above it is there on every Windows.
    return (await query(policyParent)) === null ? parsePolicy(policyPlaces.win32, null) : noPolicy
  }
  if (platform === 'darwin') {
    const file = policyPlaces.darwin
    return await readJson(file, async () => {
      await readText(file)
      return await run('/usr/bin/plutil', ['-convert', 'json', '-o', '-', file])
    })
  }
  return await readJson(policyPlaces.linux, () => readText(policyPlaces.linux))
}
