import { kindNames, kinds } from '#shared/domain/kinds.ts'
import { useSay } from '../../lib/i18n.tsx'
import { screens } from '../../lib/navigation.tsx'
import { useAppInfo } from '../../lib/preferences.ts'
import { cx } from '../../ui/cx.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import css from './KeysDialog.module.css'
import { keyName, newKeyName } from '../../lib/key-names.ts'

/** Every key there is, so that nobody has to find one by chance. */
export function KeysDialog({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const say = useSay()
  const platform = useAppInfo()?.platform ?? ''
  const key = (...keys: string[]) => keyName(platform, ...keys)
  const isMac = platform === 'darwin'
  const groups = [
    {
      name: say('shell.keys.anywhere'),
      keys: [
        ...kindNames.map((kind) => [newKeyName(platform, kind), say(`${kinds[kind].screen}.new`)] as const),
        [key('Ctrl', `1…${screens.length}`), say('shell.keys.screens')],
        [key('Ctrl', 'K'), say('shell.keys.palette')],
        [key('Ctrl', 'F'), say('shell.keys.find')],
        [isMac ? '⌘[  ⌘]' : 'Alt+←  Alt+→', say('shell.keys.back')],
        ['F6', say('shell.keys.region')],
        ['F1  ?', say('shell.keys.keys')],
        ['Esc', say('shell.keys.close')],
      ],
    },
    {
      name: say('shell.keys.list'),
      keys: [
        ['↑ ↓  K J', say('shell.keys.step')],
        ['Page Up  Page Down', say('shell.keys.page')],
        ['Home  End', say('shell.keys.ends')],
      ],
    },
    {
      name: say('shell.keys.form'),
      keys: [
        [key('Ctrl', 'Enter'), say('shell.keys.submit')],
        [key('Ctrl', 'S'), say('shell.keys.save')],
      ],
    },
  ]
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={say('shell.keys.title')}>
      <div className={cx(css.groups)}>
        {groups.map(({ name, keys }) => (
          <section key={name}>
            <h3>{name}</h3>
            <dl className={cx(css.keys)}>
              {keys.map(([pressed, does]) => (
                <div key={pressed}>
                  <dt>
                    <kbd>{pressed}</kbd>
                  </dt>
                  <dd>{does}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  )
}
