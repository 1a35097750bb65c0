import { Menu, type MenuItemConstructorOptions } from 'electron'
import type { Emit } from './ipc/events.ts'
import type { Say } from './text/say.ts'

type Command = Parameters<Emit>[1] extends infer P ? Extract<P, { command: string }>['command'] : never

/** As the navigation has them, with its keys. */
const screens = ['disputes', 'notes', 'bulk', 'outbox', 'history'] as const

/** The native menu: the same commands as the screens', with their accelerators, in the person's language. */
export function setMenu(say: Say, run: (command: Command) => void, mac: boolean): void {
  const command = (label: string, name: Command, accelerator: string): MenuItemConstructorOptions => ({
    label,
    accelerator,
    click: () => run(name),
  })
  const template: MenuItemConstructorOptions[] = [
    ...(mac ? [{ role: 'appMenu' } satisfies MenuItemConstructorOptions] : []),
    {
      label: say('menu.file'),
      submenu: [
        command(say('menu.newDispute'), 'new-dispute', 'CmdOrCtrl+N'),
        command(say('menu.newNote'), 'new-note', 'CmdOrCtrl+Shift+N'),
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
        ...screens.map((screen, index) => command(say(`menu.${screen}`), screen, `CmdOrCtrl+${index + 1}`)),
        { type: 'separator' },
        command(say('menu.palette'), 'palette', 'CmdOrCtrl+K'),
        { type: 'separator' },
        { role: 'togglefullscreen', label: say('menu.fullscreen') },
      ],
    },
  ]
  Menu.setApplicationMenu(Menu.buildFromTemplate(template))
}
