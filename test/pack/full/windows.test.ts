import { existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, inject, test, vi } from 'vitest'
import { whyNoWindows, windowsIn, type Windows } from '#tools/pack/windows-workshop.ts'

const patience = 300_000

/** What Windows' list of programs says of Balie. */
const listed = ({ run }: Windows): string | undefined => {
  const { output } = run('reg', 'query', String.raw`HKCU\Software\Microsoft\Windows\CurrentVersion\Uninstall`, '/s')
  return /DisplayVersion\s+REG_SZ\s+(\S+)/.exec(output)?.[1]
}

test(
  'for one person and in silence: installed, updated, not downgraded, removed with its data only where asked',
  { timeout: patience },
  async (context) => {
    context.skip(whyNoWindows() !== undefined, whyNoWindows() ?? '')
    const windows = windowsIn(inject('packed').windows)
    const [first = '', next = ''] = inject('packed').windowsSetUps
    expect(statSync(first).size).toBeLessThan(6 * 1024 ** 2)

    const program = join(windows.localAppData, 'Programs', 'balie')
    const data = join(windows.localAppData, 'Balie')
    const ledger = join(data, 'ledger.sqlite')
    const remove = (...args: string[]) => windows.run(join(program, 'Uninstall Balie.exe'), '/S', ...args)
    // Its uninstaller goes on in a copy of itself.
    const gone = (path: string) => vi.waitUntil(() => !existsSync(path), { timeout: 60_000 })

    expect(windows.run(first, '/S').code).toBe(0)
    expect(listed(windows)).toBe('0.0.1')
    expect(existsSync(join(program, 'resources', 'app.asar'))).toBe(true)
    mkdirSync(data)
    writeFileSync(ledger, 'a ledger')

    expect(windows.run(next, '/S').code).toBe(0)
    expect(listed(windows)).toBe('0.99.0')
    expect(windows.run(first, '/S').code).toBe(3)
    expect(listed(windows)).toBe('0.99.0')

    expect(remove().code).toBe(0)
    await gone(program)
    expect(existsSync(ledger)).toBe(true)
    expect(listed(windows)).toBeUndefined()

    expect(windows.run(next, '/S').code).toBe(0)
    expect(remove('--delete-app-data').code).toBe(0)
    await gone(data)
  },
)
