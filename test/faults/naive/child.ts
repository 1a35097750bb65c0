import { openSync, writeSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { seeded } from '../harness/random.ts'
import { die, given, tell } from '../harness/tell.ts'
import { naiveClient, type NaiveMoment } from './client.ts'

/** What the naive client is given to do. */
export interface NaiveOrders {
  file: string
  url: string
  seed: number
  life: string
  /** `work` until killed, `file` one item and wait for the kill, or `finish` what is queued and leave. */
  task: 'work' | 'file' | 'finish'
  dieAt: NaiveMoment | null
}

const orders = given as NaiveOrders
const random = seeded(orders.seed)
let armed = false

/** A crash within `writeFile`: the file is emptied, half of the text is there. */
function dieWriting(content: string): never {
  writeSync(openSync(orders.file, 'w'), content.slice(0, content.length / 2))
  die()
}

const client = naiveClient({
  file: orders.file,
  url: orders.url,
  at(moment, content = '') {
    if (!armed || moment !== orders.dieAt) return
    if (moment === 'writing') dieWriting(content)
    die()
  },
})
await client.open()
tell({ type: 'ready' })

let count = 0
async function save(): Promise<string> {
  count += 1
  const id = `d-${orders.life}-${count}`
  await client.save(id, `m-${orders.life}-${count}`)
  tell({ type: 'saved', draft: id, marker: `m-${orders.life}-${count}` })
  return id
}
async function file(id: string) {
  const marker = client.drafts()[id] ?? ''
  await client.submit(id)
  tell({ type: 'filed', draft: id, marker })
}
async function send() {
  for (;;) if (!(await client.sendNext())) await sleep(20)
}

if (orders.task === 'work') {
  void send()
  for (;;) {
    const drafts = Object.keys(client.drafts())
    if (drafts.length > 0 && random.chance(0.3)) await file(random.pick(drafts))
    else {
      const id = await save()
      if (random.chance(0.75)) await file(id)
    }
    await sleep(random.below(12))
  }
}
if (orders.task === 'file') {
  const id = await save()
  armed = orders.dieAt === 'writing'
  await file(id)
  armed = true
  await send()
}
for (let failures = 0; client.queued().length > 0 && failures < 100;) {
  if (!(await client.sendNext())) {
    failures += 1
    await sleep(20)
  }
}
tell({ type: 'finished', drafts: client.drafts() })
process.exit(0)
