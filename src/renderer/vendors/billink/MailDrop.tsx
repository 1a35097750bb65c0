import type { ReactNode } from 'react'
import { FailureError } from '../../lib/client.ts'
import { useNavigation } from '../../lib/navigation.tsx'
import { reportProblem } from '../../lib/problem.ts'
import { DropSurface } from '../../ui/DropSurface.tsx'
import { useDroppedFiles } from './use-dropped-files.ts'

const isMail = ({ name }: File): boolean => /\.(eml|msg)$/i.test(name)

/** These take files themselves. */
const withOwnSurface: ReadonlySet<string> = new Set(['disputes', 'bulk'])

/** A customer's mail begins a dispute on whichever screen it is dropped; any other file there is told where it belongs. */
export function MailDrop({ children }: { children: ReactNode }) {
  const { place } = useNavigation()
  const begin = useDroppedFiles()
  const take = (files: readonly File[]) => {
    if (files.some(isMail)) begin(files)
    else reportProblem(new FailureError({ kind: 'invalid', message: { id: 'disputes.drop.elsewhere' } }))
  }
  return (
    <DropSurface onFiles={take} isDisabled={withOwnSurface.has(place.screen)} isDropOnly>
      {children}
    </DropSurface>
  )
}
