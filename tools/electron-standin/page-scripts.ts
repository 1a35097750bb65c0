import { createBridge } from './in-page/bridge.ts'
import type { PreloadSetup } from './in-page/messages.ts'
import { asksPermission } from './in-page/permissions.ts'
import { pageWorld } from './in-page/page-world.ts'
import { preloadWorld } from './in-page/preload-world.ts'
import { watchPage } from './in-page/watch.ts'
import { createWire } from './in-page/wire.ts'

/** The names of our isolated world and of what is in it; a page sees none of them. */
export const worldName = 'electron-preload'
export const bindingName = '__standinSend'
export const receiverName = '__standinReceive'
/** The function that stands still until main has answered. */
export const askName = 'askMain'

/** Frames in the page get no preload, as with Electron's `nodeIntegrationInSubFrames: false`. */
const inMainFrame = (script: string) => `if (self === top) { ${script} }`

/** Prepares the page's own world. Functions are sent as their source: types are gone from it, and they close over nothing. */
export const pageScript = (secret: string): string =>
  inMainFrame(`{
    const bridge = (${String(createBridge)})(${JSON.stringify(secret)}, 'page')
    ;(${String(pageWorld)})(bridge)
    ;(${String(asksPermission)})(bridge)
  }`)

/** Prepares the isolated world, and leaves `require` and `process` for the preload script that follows. */
export const worldScript = (secret: string, setup: PreloadSetup): string =>
  inMainFrame(`{
    const setup = ${JSON.stringify(setup)}
    const bridge = (${String(createBridge)})(${JSON.stringify(secret)}, 'preload')
    const send = globalThis.${bindingName}
    const ${askName} = (request) => { let answer; debugger; return answer }
    const world = (${String(preloadWorld)})(setup, { wire: (${String(createWire)})(), bridge, send, askMain: ${askName} })
    ; (${String(watchPage)})(bridge, world)
    globalThis.${receiverName} = world.receive
    globalThis.__standinModule = { require: world.require, process: world.process }
  }`)

/** Runs the preload as the CommonJS module it is; on lines of its own, so that errors name the right ones. */
export const preloadScript = (source: string, url: string): string =>
  `if (self === top) (({ require, process }) => { delete globalThis.__standinModule; const module = { exports: {} }; (function (require, module, exports, process) {${source}
}).call(globalThis, require, module, module.exports, process) })(globalThis.__standinModule)
//# sourceURL=${url}`
