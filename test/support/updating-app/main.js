// An installed app, which is an AppImage to itself. What Electron fetches goes over Node's own client.
import http from 'node:http'
import path from 'node:path'
import { app, net, session } from 'electron'

Object.defineProperty(app, 'isPackaged', { value: true })
process.env.APPDIR = path.dirname(process.execPath)
session.fromPartition = () => ({ setProxy: async () => undefined })
net.request = ({ session: _session, redirect: _redirect, ...options }) => http.request(options)

await import('./out/main/index.js')
