import { strictEmitter } from './unsupported.ts'

/** Electron's `powerMonitor`. Nothing tells it of the system: its events come only where a test emits them. */
export class PowerMonitor extends strictEmitter('powerMonitor') {}

/** The app's power monitor. */
export const powerMonitor = new PowerMonitor()
