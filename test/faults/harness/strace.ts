import { spawnSync } from 'node:child_process'

/** What is done to a system call: fail with this error, or end the process there. */
export interface Injection {
  calls: readonly string[]
  /** Only calls on these files. */
  paths: readonly string[]
  effect: 'EIO' | 'ENOSPC' | 'SIGKILL'
  /** The which-th such call, counted from 1; `on` also has every later one fail. */
  nth: number
  on?: boolean
}

/** Why no fault can be injected here; null where it can. */
export function straceProblem(): string | null {
  const tried = spawnSync('strace', ['-f', '-qq', '-o', '/dev/null', '-e', 'trace=none', 'true'])
  if (tried.error) return 'strace is not installed'
  return tried.status === 0 ? null : 'this system does not let strace follow a process'
}

/** The command before the command. */
export function injecting({ calls, paths, effect, nth, on = false }: Injection): string[] {
  const names = calls.join(',')
  const what = effect === 'SIGKILL' ? 'signal=SIGKILL' : `error=${effect}`
  const only = paths.flatMap((path) => ['-P', path])
  const inject = `inject=${names}:${what}:when=${nth}${on ? '+' : ''}`
  return ['strace', '-f', '-qq', '-o', '/dev/null', ...only, '-e', `trace=${names}`, '-e', inject]
}
