// @ts-check
import { existsSync } from 'node:fs'

/**
 * Whether a window can be shown. Windows and macOS always have a desktop; Linux says so in its environment.
 * @param {string} [platform]
 * @param {NodeJS.ProcessEnv} [env]
 */
export const hasDisplay = (platform = process.platform, env = process.env) =>
  platform !== 'linux' || Boolean(env['DISPLAY'] || env['WAYLAND_DISPLAY'])

/**
 * The command under a display of its own, large enough for the app's window at 200 % text.
 * @param {readonly string[]} command
 */
export const underVirtualDisplay = (command) => [
  'xvfb-run',
  '--auto-servernum',
  '--server-args=-screen 0 1600x1200x24',
  ...command,
]

/** Whether a virtual display can be had. */
export const canShowVirtually = () => existsSync('/usr/bin/xvfb-run')

/**
 * Tests always get a virtual display where there is one, so that they look the same everywhere and no window jumps
 * in front of the person's work.
 * @param {readonly string[]} command
 * @param {boolean} [available]
 */
export const offScreen = (command, available = canShowVirtually()) => (available ? underVirtualDisplay(command) : [...command])
