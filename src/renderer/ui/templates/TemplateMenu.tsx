import { TextQuote } from 'lucide-react'
import { MenuTrigger } from 'react-aria-components'
import { titleOfTemplate, type Template } from '#shared/domain/template.ts'
import { useSay } from '../../lib/i18n.tsx'
import { Button } from '../Button.tsx'
import { MenuGroup, MenuItem, MenuList } from '../Menu.tsx'
import { TemplateWords } from './TemplateWords.tsx'

interface TemplateMenuProps {
  readonly fitting: readonly Template[]
  readonly others: readonly Template[]
  /** Absent where there is nothing to keep. */
  readonly onKeep: (() => void) | undefined
  readonly onManage: () => void
  readonly onChoose: (template: Template) => void
}

/** All texts that can be put in, by a button: those that fit first. */
export function TemplateMenu({ fitting, others, onKeep, onManage, onChoose }: TemplateMenuProps) {
  const say = useSay()
  const group = (title: string, templates: readonly Template[]) =>
    templates.length > 0 && (
      <MenuGroup title={title}>
        {templates.map(({ id, fields }) => (
          <MenuItem key={id} id={id} text={titleOfTemplate(fields)}>
            <TemplateWords fields={fields} />
          </MenuItem>
        ))}
      </MenuGroup>
    )
  const act = (id: string) => {
    const chosen = [...fitting, ...others].find((template) => template.id === id)
    if (chosen) onChoose(chosen)
    else if (id === 'keep') onKeep?.()
    else onManage()
  }
  return (
    <MenuTrigger>
      <Button size="small" variant="quiet" icon={<TextQuote aria-hidden="true" />}>
        {say('templates.button')}
      </Button>
      <MenuList onAction={act}>
        {group(say('templates.fits'), fitting)}
        {group(say('templates.others'), others)}
        <MenuGroup title={say('templates.actions')}>
          {onKeep && <MenuItem id="keep">{say('templates.keep')}</MenuItem>}
          <MenuItem id="manage">{say('templates.manage')}</MenuItem>
        </MenuGroup>
      </MenuList>
    </MenuTrigger>
  )
}
