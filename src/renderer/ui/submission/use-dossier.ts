import { useMutation } from '@tanstack/react-query'
import { EvidenceFaultError, startJob } from '../../lib/evidence/job.ts'
import { usePageWords, useSayFault } from '../../lib/evidence/words.ts'
import { client, unwrap } from '../../lib/client.ts'
import { useFormat } from '../../lib/format.ts'
import { useSay, useSayMessage } from '../../lib/i18n.tsx'
import { reportProblem } from '../../lib/problem.ts'
import { useVendors } from '../../lib/vendors.tsx'
import { toast } from '../Toaster.tsx'
import { dossierText } from './printed.ts'

export type ChosenItems = Parameters<typeof client.history.file>[0]['chosen']

/** Makes a dispute file of what was chosen, in a worker, and saves it where the person wants it. */
export function useDossier() {
  const say = useSay()
  const sayMessage = useSayMessage()
  const sayFault = useSayFault()
  const format = useFormat()
  const vendors = useVendors()
  const words = usePageWords()
  return useMutation({
    async mutationFn(chosen: ChosenItems) {
      const { items, result } = await unwrap(client.history.file({ chosen }))
      const text = dossierText(items, { say, sayMessage, format, vendors }, new Date())
      const job = startJob()
      try {
        const { token } = await job.call('dossier', { text, files: items.map(({ file }) => file), result, words })
        return await unwrap(client.history.saveFile({ token }))
      } finally {
        job.end()
      }
    },
    onSuccess: ({ saved }) => {
      if (saved) toast(say('history.file.saved'))
    },
    onError: (error) =>
      error instanceof EvidenceFaultError ? toast(sayFault(error, say('history.file.name'))) : reportProblem(error),
  })
}
