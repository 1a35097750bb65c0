import { PencilLine, Trash2 } from 'lucide-react'
import { Button } from '../Button.tsx'

interface ChangeButtonsProps {
  readonly words: { readonly delete: string; readonly update: string }
  readonly isBusy: boolean
  readonly onStart: (action: 'update' | 'delete') => void
}

/** From something that was filed to a draft that updates or deletes it. */
export const ChangeButtons = ({ words, isBusy, onStart }: ChangeButtonsProps) => (
  <>
    <Button icon={<Trash2 aria-hidden="true" />} isDisabled={isBusy} onPress={() => onStart('delete')}>
      {words.delete}
    </Button>
    <Button variant="primary" icon={<PencilLine aria-hidden="true" />} isDisabled={isBusy} onPress={() => onStart('update')}>
      {words.update}
    </Button>
  </>
)
