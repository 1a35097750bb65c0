import os from 'node:os'
import type { PolicyView } from '#shared/domain/policy.ts'
import { asOneEntry, withoutPersonalText } from '../redaction/log-text.ts'

export interface Diagnostics {
  version: string
  platform: string
  locale: string
  standIn: boolean
  /** The keychain's, and the system's own words of its trouble. */
  state: string
  detail: string | null
  policy: PolicyView
  log: string
}

/**
 * What is known of an installation, in English, for its makers.
 * SECURITY: it will be mailed. Which policies are set and not what they say, no folder, no account, and the log as it was redacted.
 */
export function diagnosticsText({ version, platform, locale, standIn, state, detail, policy, log }: Diagnostics): string {
  const { electron, chrome, node } = process.versions
  return [
    `Balie ${version}${standIn ? ' in the stand-in' : ''}, ${locale}`,
    `${platform} ${os.release()} ${process.arch}, Electron ${electron}, Chromium ${chrome}, Node ${node}`,
    `Keychain: ${state}${detail === null ? '' : ` (${asOneEntry(withoutPersonalText(detail))})`}`,
    `Policy: ${[...policy.set, ...policy.troubles.map(({ kind }) => kind)].join(', ') || 'none'}`,
    '',
    log.trim(),
    '',
  ].join('\n')
}
