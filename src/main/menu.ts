import { Menu, type MenuItemConstructorOptions } from 'electron'
import { kindNames, kinds } from '#shared/domain/kinds.ts'
import type { Emit } from './ipc/events.ts'
import { withKeys } from './shell/menu-keys.ts'
import type { Say } from './text/say.ts'

type Command = Parameters<Emit>[1] extends infer P ? Extract<P, { command: string }>['command'] : never

/** As the navigation has them, with its keys: those of the kinds, then ours. */
const ownScreens = ['bulk', 'outbox', 'history', 'overview'] as const

/** macOS's first menu; its roles speak English unless they are told otherwise. */
const appMenu = (say: Say): MenuItemConstructorOptions => ({
  role: 'appMenu',
  submenu: [
    { role: 'about', label: say('menu.about') },
    { type: 'separator' },
    { role: 'services', label: say('menu.services') },
    { type: 'separator' },
    { role: 'hide', label: say('menu.hide') },
    { role: 'hideOthers', label: say('menu.hideOthers') },
    { role: 'unhide', label: say('menu.unhide') },
    { type: 'separator' },
    { role: 'quit', label: say('menu.quitApp') },
  ],
})

/** The menu that macOS adds its own window commands to. */
const windowMenu = (say: Say): MenuItemConstructorOptions => ({
  role: 'windowMenu',
  label: say('menu.window'),
  submenu: [
    { role: 'minimize', label: say('menu.minimize') },
    { role: 'zoom', label: say('menu.zoom') },
    { type: 'separator' },
    { role: 'front', label: say('menu.front') },
  ],
})

/** The native menu: the same commands as the screens', with their accelerators, in the person's language. */
export function setMenu(say: Say, run: (command: Command) => void, mac: boolean): void {
  const command = (label: string, name: Command, accelerator: string): MenuItemConstructorOptions => ({
    label,
    accelerator,
    click: () => run(name),
  })
  const template: MenuItemConstructorOptions[] = [
    ...(mac ? [appMenu(say)] : []),
    {
      label: say('menu.file'),
      submenu: [
        ...kindNames.map((kind) => command(say(`${kinds[kind].screen}.new`), `new-${kind}`, `CmdOrCtrl+${kinds[kind].newKey}`)),
        { type: 'separator' },
        command(say('menu.settings'), 'settings', 'CmdOrCtrl+,'),
        ...(mac ? [] : [{ type: 'separator' } as const, { role: 'quit', label: say('menu.quit') } as const]),
      ],
    },
    {
      label: say('menu.edit'),
      submenu: [
        { role: 'undo', label: say('menu.undo') },
        { role: 'redo', label: say('menu.redo') },
        { type: 'separator' },
        { role: 'cut', label: say('menu.cut') },
        { role: 'copy', label: say('menu.copy') },
        { role: 'paste', label: say('menu.paste') },
        { role: 'selectAll', label: say('menu.selectAll') },
      ],
    },
    {
      label: say('menu.view'),
      submenu: [
        ...kindNames.map((kind, index) =>
          command(say(`${kinds[kind].screen}.title`), kinds[kind].screen, `CmdOrCtrl+${index + 1}`),
        ),
        ...ownScreens.map((screen, index) => command(say(`menu.${screen}`), screen, `CmdOrCtrl+${kindNames.length + index + 1}`)),
        { type: 'separator' },
        command(say('menu.palette'), 'palette', 'CmdOrCtrl+K'),
        { type: 'separator' },
        { role: 'togglefullscreen', label: say('menu.fullscreen') },
      ],
    },
    ...(mac ? [windowMenu(say)] : []),
    {
      role: 'help',
      label: say('menu.help'),
      submenu: [
        command(say('menu.manual'), 'help', `CmdOrCtrl+${kindNames.length + ownScreens.length + 2}`),
        command(say('menu.keys'), 'keys', 'F1'),
      ],
    },
  ]
  Menu.setApplicationMenu(Menu.buildFromTemplate(withKeys(template)))
}
