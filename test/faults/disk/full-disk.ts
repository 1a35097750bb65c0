import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { playVendor, succeeds } from '../harness/vendor.ts'
import { live, newDay, settleDay, type Day } from './day.ts'
import type { DiskOrders } from './disk-child.ts'
import { mountSmallDisk, type SmallDisk } from './tmpfs.ts'

const megabytes = 6

/** Works on a small disk; a string says why there is none. */
async function onSmallDisk(work: (disk: SmallDisk, day: Day) => Promise<void>): Promise<Day | string> {
  const disk = mountSmallDisk(megabytes)
  if (typeof disk === 'string') return disk
  const day = newDay()
  try {
    await work(disk, day)
  } finally {
    disk.unmount()
  }
  return day
}

const folderOn = (disk: SmallDisk) => {
  const folder = path.join(disk.folder, 'balie')
  mkdirSync(folder, { recursive: true })
  return folder
}

/** A day begun with so many bytes left; afterwards somebody makes room. */
export const dayOnFullDisk = (leave: number): Promise<Day | string> =>
  onSmallDisk(async (disk, day) => {
    const vendor = await playVendor({ react: () => succeeds() })
    try {
      const orders: DiskOrders = { folder: folderOn(disk), urls: vendor.urls, life: '2', epoch: Date.now(), rounds: 4 }
      await live(day, { ...orders, life: '1', rounds: 1 })
      disk.fill(leave)
      await live(day, orders)
      disk.free()
      await settleDay(day, orders, vendor)
    } finally {
      await vendor.close()
    }
  })

/** The disk fills while a request is under way, and there is room again a moment later: the outcome must not be lost. */
export const dayThatFillsUp = (roomAfterMs: number): Promise<Day | string> =>
  onSmallDisk(async (disk, day) => {
    let filled = false
    const vendor = await playVendor({
      react: () => succeeds(5),
      onArrival: () => {
        if (filled) return
        filled = true
        disk.fill(0)
        setTimeout(disk.free, roomAfterMs)
      },
    })
    try {
      const orders: DiskOrders = { folder: folderOn(disk), urls: vendor.urls, life: '2', epoch: Date.now(), rounds: 4 }
      await live(day, orders)
      disk.free()
      await settleDay(day, orders, vendor)
    } finally {
      await vendor.close()
    }
  })
