import { Plus } from 'lucide-react'
import { MenuTrigger } from 'react-aria-components'
import { useSay } from '../../lib/i18n.tsx'
import { Button } from '../../ui/Button.tsx'
import { MenuItem, MenuList } from '../../ui/Menu.tsx'

/** Starts an account at one of the two vendors. */
export function AddAccountButton({ onAdd }: { onAdd: (id: string) => void }) {
  const say = useSay()
  return (
    <MenuTrigger>
      <Button icon={<Plus aria-hidden="true" />}>{say('settings.add')}</Button>
      <MenuList onAction={onAdd}>
        <MenuItem id="new-billink">{say('settings.add.billink')}</MenuItem>
        <MenuItem id="new-digiwallet">{say('settings.add.digiwallet')}</MenuItem>
      </MenuList>
    </MenuTrigger>
  )
}
