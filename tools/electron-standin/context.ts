import { parseCommandLine, readManifest } from './command-line.ts'

/** How this process was started; all parts of the stand-in share it. */
export const commandLine = parseCommandLine(process.argv.slice(2))

/** The app that it runs. */
export const manifest = readManifest(commandLine.appDir)

/** Somewhere for dialogs and other programs of the desktop to appear. */
export const hasDisplay = Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)

/** No display, or none wanted for the app's own windows. */
export const headless = process.env.BALIE_STANDIN_HEADLESS === '1' || !hasDisplay
