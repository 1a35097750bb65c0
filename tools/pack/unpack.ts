import { execFileSync } from 'node:child_process'

/** What a deb holds, as files, without installing it. */
export const unpackDeb = (deb: string, folder: string): void => void execFileSync('dpkg-deb', ['-x', deb, folder])

/** What an rpm holds, as files, without installing it. */
export function unpackRpm(rpm: string, folder: string): void {
  execFileSync('rpm2archive', ['-n', rpm])
  execFileSync('tar', ['-xf', `${rpm}.tar`, '-C', folder])
}
