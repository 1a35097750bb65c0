import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { ElectronApplication, Page } from '@playwright/test'
import { closeApp, firstPage, launchApp, type LaunchOptions } from '#test/support/app-process.ts'

/** The app that these tests run in the stand-in. */
export const fixtureApp = path.join(import.meta.dirname, 'fixture-app')

const standIn = path.resolve(import.meta.dirname, '../../../tools/electron-standin/electron')

export interface Fixture {
  app: ElectronApplication
  page: Page
  userData: string
  /** What the app wrote of its own life, a line each. */
  notes: () => string[]
}

const folders: string[] = []

/** A temporary folder, until `cleanUp`. */
export function temporary(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'standin-'))
  folders.push(folder)
  return folder
}

const open = new Set<ElectronApplication>()

/** Starts the fixture app, in a folder of its own unless one is given. */
export async function startFixture({ userData = temporary(), env = {}, ...rest }: Partial<LaunchOptions> = {}): Promise<Fixture> {
  const file = path.join(userData, 'notes')
  const app = await launchApp({
    userData,
    appDir: fixtureApp,
    executablePath: standIn,
    env: { FIXTURE_NOTES: file, ...env },
    ...rest,
  })
  open.add(app)
  app.once('close', () => open.delete(app))
  return { app, userData, page: await firstPage(app), notes: () => readNotes(userData) }
}

/** The lines that fixture apps of this folder have written. */
export function readNotes(userData: string): string[] {
  const file = path.join(userData, 'notes')
  return existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : []
}

const started: ChildProcess[] = []

/** Starts the fixture app without Playwright; it is killed with `cleanUp`. */
export function startPlain(userData: string, args: string[] = [], env: Record<string, string> = {}): ChildProcess {
  const child = spawn(standIn, [fixtureApp, `--user-data-dir=${userData}`, ...args], {
    env: { ...process.env, ...env, FIXTURE_NOTES: path.join(userData, 'notes') },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  started.push(child)
  return child
}

/** Processes of a Chromium that works in this folder. */
export const browsersOf = (userData: string): string[] =>
  readdirSync('/proc')
    .filter((pid) => /^\d+$/.test(pid))
    .filter((pid) => {
      try {
        const commandLine = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
        return commandLine.includes(`--user-data-dir=${path.join(userData, 'Chromium')} `)
      } catch {
        return false
      }
    })

/** Closes what a test has left open, and removes its folders. */
export async function cleanUp(): Promise<void> {
  for (const child of started.splice(0)) child.kill('SIGKILL')
  for (const app of open) await closeApp(app)
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
}
