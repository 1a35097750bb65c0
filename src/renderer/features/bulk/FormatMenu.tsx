import { Download } from 'lucide-react'
import { MenuTrigger } from 'react-aria-components'
import { useSay } from '../../lib/i18n.tsx'
import { Button } from '../../ui/Button.tsx'
import { MenuItem, MenuList } from '../../ui/Menu.tsx'

interface FormatMenuProps {
  readonly label: string
  readonly isBusy: boolean
  readonly onChoose: (format: 'csv' | 'xlsx') => void
}

/** Saves a table: as Excel first, since text cells keep every zero, as CSV for other programs. */
export function FormatMenu({ label, isBusy, onChoose }: FormatMenuProps) {
  const say = useSay()
  return (
    <MenuTrigger>
      <Button icon={<Download aria-hidden="true" />} isBusy={isBusy}>
        {label}
      </Button>
      <MenuList onAction={(id) => onChoose(id === 'csv' ? 'csv' : 'xlsx')}>
        <MenuItem id="xlsx">{say('bulkScreen.format.xlsx')}</MenuItem>
        <MenuItem id="csv">{say('bulkScreen.format.csv')}</MenuItem>
      </MenuList>
    </MenuTrigger>
  )
}
