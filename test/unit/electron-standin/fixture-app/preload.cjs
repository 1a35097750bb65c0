const { contextBridge, ipcRenderer, webUtils } = require('electron')

globalThis.secretOfThePreload = 1
const refused = (work) => {
  try {
    work()
    return 'worked'
  } catch (error) {
    return error.message
  }
}

contextBridge.exposeInMainWorld('fixtureApi', {
  version: 3,
  nested: { list: [1, { two: 2 }], bytes: new Uint8Array([1, 2, 255]), map: new Map([['a', 1]]), at: new Date(5) },
  invoke: (channel, ...args) => ipcRenderer.invoke(channel, ...args),
  post: (value) => ipcRenderer.send('post', value),
  askSync: (value) => ipcRenderer.sendSync('ask-sync', value),
  on(channel, listener) {
    const wrapped = (_event, ...args) => listener(...args)
    ipcRenderer.on(channel, wrapped)
    return () => ipcRenderer.off(channel, wrapped)
  },
  pathOf: (file) => webUtils.getPathForFile(file),
  twice: (callback, value) => callback(callback(value)),
  kindOf: (value) => Object.prototype.toString.call(value),
  failNow: () => {
    throw new RangeError('no')
  },
  failLater: () => Promise.reject(new RangeError('later')),
  giveFunction: async () => (value) => value + 1,
  process: () => ({ ...process.versions, sandboxed: process.sandboxed, argv: process.argv }),
  refusals: () => ({
    node: refused(() => require('node:fs')),
    unknown: refused(() => ipcRenderer.postMessage('x')),
    again: refused(() => contextBridge.exposeInMainWorld('fixtureApi', {})),
    worked: refused(() => ipcRenderer.listenerCount('x')),
  }),
})
