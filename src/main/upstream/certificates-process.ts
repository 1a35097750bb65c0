import { systemCertificates } from './trust.ts'

// Runs in a process of its own, which reads the system's store as it is now (see `certificatesFrom`).
process.parentPort.postMessage(systemCertificates())
