import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { cut, sectionOf } from '#tools/release/changelog.ts'
import { inProject } from '#tools/setup/project.mjs'

const changelog = '# Changelog\n\n## [Unreleased]\n\n### Added\n\n- A thing.\n\n## [0.1.0] - 2026-11-01\n\n- The first.\n'

describe('the changelog', () => {
  test('says what each version brought', () => {
    expect(sectionOf(changelog, 'Unreleased')).toBe('### Added\n\n- A thing.')
    expect(sectionOf(changelog, '0.1.0')).toBe('- The first.')
    expect(sectionOf(changelog, '0.2.0')).toBeNull()
  })

  test('is cut: what was unreleased is the version’s, and nothing is lost', () => {
    const next = cut(changelog, '0.2.0', '2026-12-01')
    expect(sectionOf(next, '0.2.0')).toBe('### Added\n\n- A thing.')
    expect(sectionOf(next, 'Unreleased')).toBeNull()
    expect(sectionOf(next, '0.1.0')).toBe('- The first.')
    expect(next).toContain('## [0.2.0] - 2026-12-01')
  })

  test('is not cut twice, nor without anything in it', () => {
    const next = cut(changelog, '0.2.0', '2026-12-01')
    expect(() => cut(next, '0.3.0', '2026-12-02')).toThrow('Nothing is unreleased')
    expect(() => cut(changelog, '0.1.0', '2026-12-01')).toThrow('already')
  })

  test('of the project can be cut as it stands', () => {
    const text = readFileSync(inProject('CHANGELOG.md'), 'utf8')
    expect(sectionOf(cut(text, '99.0.0', '2026-12-01'), '99.0.0')).toBe(sectionOf(text, 'Unreleased'))
  })
})
