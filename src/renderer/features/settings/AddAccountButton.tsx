import { Plus } from 'lucide-react'
import { MenuTrigger } from 'react-aria-components'
import { vendors, type Vendor } from '#shared/domain/kinds.ts'
import { useSay } from '../../lib/i18n.tsx'
import { Button } from '../../ui/Button.tsx'
import { MenuItem, MenuList } from '../../ui/Menu.tsx'

/** Where an account that is not there yet is filled in: the place of a stored one has its own ID. */
export const newAccountId = (vendor: Vendor) => `new-${vendor}`

/** Starts an account at one of the vendors. */
export function AddAccountButton({ onAdd }: { onAdd: (id: string) => void }) {
  const say = useSay()
  return (
    <MenuTrigger>
      <Button icon={<Plus aria-hidden="true" />}>{say('settings.add')}</Button>
      <MenuList onAction={onAdd}>
        {vendors.map((vendor) => (
          <MenuItem key={vendor} id={newAccountId(vendor)}>
            {say(`settings.add.${vendor}`)}
          </MenuItem>
        ))}
      </MenuList>
    </MenuTrigger>
  )
}
