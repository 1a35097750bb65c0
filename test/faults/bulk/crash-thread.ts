import { getEnvironmentData, isMainThread } from 'node:worker_threads'
import { armThread, sharedCrashKey, type SharedCrash } from './crash.ts'

// Loaded before anything else in every thread of a process that is to crash: main arms itself.
const shared = isMainThread ? undefined : (getEnvironmentData(sharedCrashKey) as SharedCrash | undefined)
if (shared) await armThread(shared)
