import { EventEmitter } from 'node:events'

interface LifecycleEvents {
  'window-created': [window: object]
  'window-focus': [window: object, focused: boolean]
  'contents-created': [contents: object]
  'last-window-closed': []
  'window-wanted': [options: object, details: { url: string }, opener: object]
}

/** What windows and the app tell each other, in a module of its own because the app knows its windows and they not the app. */
export const lifecycle = Object.assign(new EventEmitter<LifecycleEvents>(), {
  /** Windows may be made. */
  ready: false,
  /** The app has begun to quit: a window that closes does not end it once more. */
  quitting: false,
})
