import { execFileSync } from 'node:child_process'
import { existsSync, realpathSync } from 'node:fs'
import { expect, inject, test } from 'vitest'

const dpkg = (...args: string[]) => execFileSync('dpkg', args, { encoding: 'utf8' })

test('dpkg installs it into this very system, and removes it again', () => {
  dpkg('--install', inject('packed').deb)
  try {
    expect(realpathSync('/usr/bin/balie')).toBe('/opt/Balie/balie')
  } finally {
    dpkg('--purge', 'balie')
  }
  expect(existsSync('/opt/Balie')).toBe(false)
})
