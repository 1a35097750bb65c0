import { existsSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Why a keychain gave no answer; each has its own sentence and next step on screen. `broken` is an installation whose keychain
 * module does not load: whether this computer has a keychain is not known, and nothing may lie open because of it.
 */
export type KeychainTrouble = 'no-keychain' | 'broken' | 'locked' | 'denied'

/**
 * keytar passes on nothing but the system's sentence, so that is what is read here. Where each comes from:
 * Linux: GLib (no bus), dbus-daemon (no service, policy), gnome-keyring and libsecret (locked). macOS: SecCopyErrorMessageString.
 * Windows: FormatMessage, which speaks the system's language, so Dutch stands beside English.
 */
const sentences: readonly (readonly [RegExp, KeychainTrouble])[] = [
  [/locked collection|locked object|is locked|was locked|vergrendeld/i, 'locked'],
  // No keyring was ever made and the question for its new password was turned down or could not be shown.
  [/object does not exist at path|no such secret collection/i, 'locked'],
  // A question that nobody answered, or a service too busy with one to reply.
  [/prompt (was )?dismissed|timeout was reached|did not receive a reply/i, 'locked'],
  // errSecInteractionNotAllowed, and errSecAuthFailed: macOS gives both for a keychain that waits for its password.
  [/user interaction is not allowed|passphrase you entered is not correct/i, 'locked'],
  // errSecNoSuchKeychain, errSecNoDefaultKeychain, errSecNotAvailable, errSecInvalidKeychain.
  [/keychain could not be found|no keychain is available|not a valid keychain/i, 'no-keychain'],
  // ERROR_NO_SUCH_LOGON_SESSION: a service or network log-on, which has no credential set of its own.
  [/specified logon session does not exist|aanmeldingssessie bestaat niet/i, 'no-keychain'],
  // A bus policy, AppArmor or a sandbox stands between the app and the keychain.
  [/rejected send message|apparmor|access ?denied|access is denied|toegang geweigerd|permission denied/i, 'denied'],
  // userCanceledErr, errSecMissingEntitlement.
  [/user cancell?ed the operation|entitlement/i, 'denied'],
  [/autolaunch d-bus|could not connect|not provided by any \.service|failed to execute program|d-bus|dbus/i, 'no-keychain'],
]

/** What an error of keytar means. One that nobody foresaw is a refusal: it is safe, and its text is in the log. */
export function troubleOf(message: string): KeychainTrouble {
  return sentences.find(([pattern]) => pattern.test(message))?.[1] ?? 'denied'
}

/**
 * True where a Linux session has no bus, and so no keychain. Asked before keytar is: GLib's own sentence for it is
 * translated, and GLib would first try to start a bus of its own.
 */
export function lacksSessionBus(platform: NodeJS.Platform, env: NodeJS.ProcessEnv): boolean {
  if (platform !== 'linux') return false
  const address = env['DBUS_SESSION_BUS_ADDRESS']
  if (!address) return !env['XDG_RUNTIME_DIR'] || !existsSync(join(env['XDG_RUNTIME_DIR'], 'bus'))
  const addresses = address.split(';').map((one) => /^unix:path=([^,]+)/.exec(one)?.[1])
  return addresses.every((path) => path !== undefined && !existsSync(decodeURIComponent(path)))
}
