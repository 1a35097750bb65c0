import { useQueryClient } from '@tanstack/react-query'
import { Plus } from 'lucide-react'
import { MenuTrigger } from 'react-aria-components'
import { kindNames, kinds } from '#shared/domain/kinds.ts'
import { client, unwrap } from '../../../lib/client.ts'
import { useSay } from '../../../lib/i18n.tsx'
import { reportProblem } from '../../../lib/problem.ts'
import { keys } from '../../../lib/query.ts'
import { Button } from '../../../ui/Button.tsx'
import { MenuItem, MenuList } from '../../../ui/Menu.tsx'

/** Begins a text for one of the kinds, which it keeps: what it takes from a form depends on it. */
export function NewTemplateButton({ onMade }: { onMade: (id: string) => void }) {
  const say = useSay()
  const queries = useQueryClient()
  const make = async (chosen: string) => {
    const kind = kindNames.find((name) => name === chosen)
    if (!kind) return
    const { id } = await unwrap(client.templates.create({ kind, fields: {} }))
    await queries.invalidateQueries({ queryKey: keys.templates })
    onMade(id)
  }
  return (
    <MenuTrigger>
      <Button icon={<Plus aria-hidden="true" />} size="small">
        {say('templates.new')}
      </Button>
      <MenuList onAction={(chosen) => void make(chosen).catch(reportProblem)}>
        {kindNames.map((kind) => (
          <MenuItem key={kind} id={kind}>
            {say(`${kinds[kind].screen}.title`)}
          </MenuItem>
        ))}
      </MenuList>
    </MenuTrigger>
  )
}
