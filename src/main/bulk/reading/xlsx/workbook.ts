import { unreadable } from '../../vocabulary/unreadable.ts'
import type { Relation, SpreadsheetPackage } from './package.ts'
import { readWholeXml } from './xml.ts'

export interface Workbook {
  sheets: { name: string; part: string }[]
  /** Days are counted from 1904 in files that began on an old Mac. */
  from1904: boolean
  sharedStringsPart: string | null
  stylesPart: string | null
}

/** SECURITY: nobody has so many tabs; each is looked into until one is found that is not empty. */
const maxSheets = 1000

/** What sheets there are, in the order of their tabs; hidden ones are left out while there is one that shows. */
export async function readWorkbook(file: SpreadsheetPackage): Promise<Workbook> {
  const root = await file.relations('')
  const part = targetOf(root, 'officeDocument') ?? file.find('workbook.xml') ?? 'xl/workbook.xml'
  if (part.endsWith('.bin')) throw unreadable('bulk.read.xlsb')
  const pieces = file.part(part, 'workbook')
  if (!pieces) throw unreadable('bulk.read.damaged')
  const listed: { name: string; id: string; hidden: boolean }[] = []
  let from1904 = false
  await readWholeXml(pieces, {
    open(name, attribute) {
      if (name === 'workbookPr') from1904 = attribute('date1904') === '1' || attribute('date1904') === 'true'
      if (name !== 'sheet') return
      if (listed.length >= maxSheets) throw unreadable('bulk.read.damaged')
      const hidden = (attribute('state') ?? 'visible') !== 'visible'
      listed.push({ name: attribute('name') ?? '', id: attribute('id') ?? '', hidden })
    },
  })
  const relations = await file.relations(part)
  const tables = listed.filter(({ id }) => relations.get(id)?.type === 'worksheet')
  const shown = tables.some(({ hidden }) => !hidden) ? tables.filter(({ hidden }) => !hidden) : tables
  if (shown.length === 0) throw unreadable('bulk.read.noSheets')
  return {
    sheets: shown.map(({ name, id }) => ({ name, part: relations.get(id)?.target ?? '' })),
    from1904,
    sharedStringsPart: targetOf(relations, 'sharedStrings'),
    stylesPart: targetOf(relations, 'styles'),
  }
}

const targetOf = (relations: Map<string, Relation>, type: string) =>
  [...relations.values()].find((relation) => relation.type === type)?.target ?? null
