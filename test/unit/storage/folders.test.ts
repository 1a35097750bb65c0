import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { dataFolderOf, stateFolderOf } from '#main/storage/folders.ts'
import { networkKindOf, type Mounts } from '#main/storage/ledger-identity/network-folder.ts'
import { moveDataFolder } from '#main/storage/move-data-folder.ts'
import { temporaryFolder } from '#test/support/temporary-folder.ts'

const roaming = 'C:\\Users\\jan\\AppData\\Roaming\\Balie'
const local = { LOCALAPPDATA: 'C:\\Users\\jan\\AppData\\Local' }

test.each([
  ['win32', local, true, roaming, 'C:\\Users\\jan\\AppData\\Local\\Balie'],
  ['win32', {}, true, roaming, roaming],
  ['win32', local, false, roaming, `${roaming} Development`],
  ['darwin', {}, true, '/Users/jan/Library/Application Support/Balie', '/Users/jan/Library/Application Support/Balie'],
  ['linux', {}, true, '/home/jan/.config/Balie', '/home/jan/.config/Balie'],
  ['linux', {}, false, '/home/jan/.config/Balie', '/home/jan/.config/Balie Development'],
] as const)('on %s, with %o, packaged %s, the data of %s are in %s', (platform, env, isPackaged, given, folder) => {
  expect(dataFolderOf({ platform, env, isPackaged, given })).toBe(folder)
})

test.each([
  ['win32', local, 'C:\\Users\\jan', 'C:\\Users\\jan\\AppData\\Local\\Balie State'],
  ['win32', {}, 'C:\\Users\\jan', 'C:\\Users\\jan\\AppData\\Local\\Balie State'],
  ['darwin', {}, '/Users/jan', '/Users/jan/Library/Application Support/Balie State'],
  ['linux', {}, '/home/jan', '/home/jan/.local/state/balie'],
  ['linux', { XDG_STATE_HOME: '/state' }, '/home/jan', '/state/balie'],
  ['linux', { XDG_STATE_HOME: 'not/absolute' }, '/home/jan', '/home/jan/.local/state/balie'],
] as const)('on %s, with %o and home %s, what is remembered is in %s', (platform, env, home, folder) => {
  expect(stateFolderOf({ platform, env }, home)).toBe(folder)
})

const mounts = (platform: NodeJS.Platform, text: string, real = (folder: string) => folder): Mounts => ({
  platform,
  table: () => text,
  printed: () => text,
  realPath: real,
})
const linux = `/dev/sda1 / ext4 rw 0 0
server:/home /home nfs4 rw 0 0
/dev/sda2 /home/local ext4 rw 0 0
jan@server: /mnt/my\\040server fuse.sshfs rw 0 0
/dev/sdb /mnt/stick fuseblk rw 0 0
//server/share /mnt/share cifs rw 0 0`
const mac = `/dev/disk3s1s1 on / (apfs, sealed, local, read-only, journaled)
//jan@server/share on /Volumes/share (smbfs, nodev, nosuid, mounted by jan)`

test.each([
  ['/var/lib/x', mounts('linux', linux), null],
  ['/home/jan/.config/Balie', mounts('linux', linux), 'nfs4'],
  ['/home/local/jan', mounts('linux', linux), null],
  ['/homely', mounts('linux', linux), null],
  ['/mnt/my server/x', mounts('linux', linux), 'fuse.sshfs'],
  ['/mnt/stick/x', mounts('linux', linux), null],
  ['/mnt/share', mounts('linux', linux), 'cifs'],
  ['/Users/jan', mounts('darwin', mac), null],
  ['/Volumes/share/Balie', mounts('darwin', mac), 'smbfs'],
  ['C:\\Users', mounts('win32', ''), null],
  ['Z:\\Balie', mounts('win32', '', () => '\\\\server\\share\\Balie'), 'SMB'],
  ['Z:\\Balie', mounts('win32', '', () => '\\\\?\\UNC\\server\\share'), 'SMB'],
  ['C:\\Balie', mounts('win32', '', () => '\\\\?\\C:\\Balie'), null],
] as const)('%s lies on a network as its system tells', (folder, system, kind) => {
  expect(networkKindOf(folder, { ...system, realPath: () => system.realPath(folder) })).toBe(kind)
})

async function roamingData() {
  const root = await temporaryFolder()
  const [from, to] = [path.join(root, 'roaming'), path.join(root, 'local')]
  mkdirSync(path.join(from, 'attachments'), { recursive: true })
  mkdirSync(path.join(from, 'Cache'))
  for (const name of ['ledger.sqlite', 'ledger.sqlite-wal', 'preferences.json', 'attachments/a.sealed']) {
    writeFileSync(path.join(from, name), name)
  }
  return { from, to }
}

test('a move takes what is ours along, and leaves no ledger where it was', async () => {
  const { from, to } = await roamingData()
  expect(moveDataFolder(from, to)).toBe(true)
  expect(readdirSync(to).toSorted()).toEqual(['attachments', 'ledger.sqlite', 'ledger.sqlite-wal', 'preferences.json'])
  expect(readFileSync(path.join(to, 'attachments', 'a.sealed'), 'utf8')).toBe('attachments/a.sealed')
  expect(existsSync(path.join(from, 'ledger.sqlite'))).toBe(false)
  expect(moveDataFolder(from, to)).toBe(false)
})

test('a move leaves a ledger that is there alone', async () => {
  const { from, to } = await roamingData()
  mkdirSync(to)
  writeFileSync(path.join(to, 'ledger.sqlite'), 'mine')
  expect(moveDataFolder(from, to)).toBe(false)
  expect(readFileSync(path.join(to, 'ledger.sqlite'), 'utf8')).toBe('mine')
})

test('a move that a crash cut off while it copied begins again; after that it goes on', async () => {
  const { from, to } = await roamingData()
  mkdirSync(`${to}.moving`)
  writeFileSync(path.join(`${to}.moving`, 'ledger.sqlite'), 'half')
  expect(moveDataFolder(from, to)).toBe(true)
  expect(readFileSync(path.join(to, 'ledger.sqlite'), 'utf8')).toBe('ledger.sqlite')

  const again = await roamingData()
  const copy = `${again.to}.moving`
  renameSync(again.from, copy)
  writeFileSync(path.join(copy, 'copy-is-whole'), '')
  mkdirSync(again.to)
  renameSync(path.join(copy, 'attachments'), path.join(again.to, 'attachments'))
  expect(moveDataFolder(again.from, again.to)).toBe(true)
  expect(readdirSync(again.to).toSorted()).toEqual(['attachments', 'ledger.sqlite', 'ledger.sqlite-wal', 'preferences.json'])
})
