/** The newest PostgreSQL of this machine, where Debian puts it; null where there is none. */
export declare function postgresPrograms(): string | null
/** Why tests of a team are skipped; undefined where they can run. */
export declare const withoutPostgres: () => string | undefined
export declare const freePort: () => Promise<number>
export interface Cluster {
  port: number
  folder: string
  /** The superuser's. */
  boss: {
    user: string
    password: string
  }
  start(): Promise<void>
  stop(mode?: 'fast' | 'immediate' | 'smart'): Promise<void>
  /** The postmaster and all that it started, as a power cut would. */
  kill(): void
  /** A copy of the whole cluster as it is on disk now, as a backup would be. */
  backup(to: string): Promise<void>
  /** A second one that follows this one by itself, asynchronously, and can take over. */
  standby(): Promise<Standby>
  /** Puts a copy in the place of what is there; the cluster has to be stopped. */
  putBack(from: string): void
  remove(): Promise<void>
}
export interface Standby {
  port: number
  /** From now on it hears nothing any more, as over a line that is slower than what is written. */
  fallBehind(): Promise<void>
  /** The first one is gone: this one answers from now on. */
  takeOver(): Promise<void>
  stop(): void
}
export interface ClusterOptions {
  /** Appended to postgresql.conf. */
  settings?: Record<string, string>
  /** Lines of pg_hba.conf; SCRAM on loopback without. */
  hba?: string[]
  /** Files for the data folder, such as certificates. */
  files?: Record<string, string>
}
/** A cluster of its own in a scratch folder, on a port of loopback, run by someone unprivileged. Its settings about the disk are honest. */
export declare function startCluster({ settings, hba, files }?: ClusterOptions): Promise<Cluster>
