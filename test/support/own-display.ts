import { spawn } from 'node:child_process'
import { once } from 'node:events'

/**
 * A virtual display that nothing else is on, for this process and what it starts; answers how to end it. Windows, focus and
 * clipboard of one test are nothing to another's then.
 */
export async function openDisplay(): Promise<() => Promise<void>> {
  const child = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1600x1200x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  })
  const ended = once(child, 'exit')
  // It says its number once it can be used.
  const [number] = (await Promise.race([
    once(child.stdio[3]!, 'data'),
    ended.then(() => {
      throw new Error('No virtual display could be started')
    }),
  ])) as [Buffer]
  process.env['DISPLAY'] = `:${String(number).trim()}`
  delete process.env['XAUTHORITY']
  return async () => {
    child.kill()
    await ended
  }
}
