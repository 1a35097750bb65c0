import { useSay } from '../../lib/i18n.tsx'
import { keyName, shortcutNames } from '../../lib/key-names.ts'
import { keyPlaces, keyTable, type Shortcut } from '../../lib/key-table.ts'
import { screens } from '../../lib/navigation.tsx'
import { useAppInfo } from '../../lib/preferences.ts'
import { cx } from '../../ui/cx.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import css from './KeysDialog.module.css'

const all: readonly Shortcut[] = Object.values(keyTable)

/** Every key of the table, by where it counts. */
export function KeysList({ platform }: { platform: string }) {
  const say = useSay()
  /** What stands on the keyboard only in words is in the person's language. */
  const word = (name: string) =>
    name === 'Space' ? say('shell.key.space') : name === 'ContextMenu' ? say('shell.key.menu') : name
  const lineOf = (shortcut: Shortcut) => ({ names: shortcutNames(platform, shortcut).map(word), says: say(shortcut.says) })
  const goesToScreen = { names: [keyName(platform, 'Ctrl', `1…${screens.length}`)], says: say('shell.keys.screens') }
  return (
    <div className={cx(css.groups)}>
      {keyPlaces.map((place) => (
        <section key={place}>
          <h3>{say(`shell.keys.${place}`)}</h3>
          <dl className={cx(css.keys)}>
            {[...all.filter((one) => one.place === place).map(lineOf), ...(place === 'anywhere' ? [goesToScreen] : [])].map(
              ({ names, says }) => (
                <div key={says}>
                  <dt>
                    {names.map((name) => (
                      <kbd key={name}>{name}</kbd>
                    ))}
                  </dt>
                  <dd>{says}</dd>
                </div>
              ),
            )}
          </dl>
        </section>
      ))}
    </div>
  )
}

/** Every key there is, so that nobody has to find one by chance. */
export function KeysDialog({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const say = useSay()
  const platform = useAppInfo()?.platform ?? ''
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={say('shell.keys.title')} size="large">
      <KeysList platform={platform} />
    </Dialog>
  )
}
