import { useQueryClient } from '@tanstack/react-query'
import { bridge } from '../../lib/bridge.ts'
import { client, unwrap } from '../../lib/client.ts'
import { useNewDraft } from '../../lib/new-draft.ts'
import { reportProblem } from '../../lib/problem.ts'
import { keys } from '../../lib/query.ts'

/** Files that are dropped where no dispute is being written begin one; a mail among them fills it in. */
export function useDroppedFiles(): (files: readonly File[]) => void {
  const queries = useQueryClient()
  const newDraft = useNewDraft()
  async function begin(files: readonly File[]): Promise<void> {
    const draft = await newDraft('dispute')
    if (!draft) return
    const refused: unknown[] = []
    for (const file of files) {
      try {
        const { token } = await unwrap(bridge().registerFile(file))
        await unwrap(client.attachments.attach({ draftId: draft.id, token }))
      } catch (error) {
        refused.push(error)
      }
    }
    await queries.invalidateQueries({ queryKey: keys.draft(draft.id) })
    for (const error of refused) reportProblem(error)
  }
  return (files) => void begin(files).catch(reportProblem)
}
