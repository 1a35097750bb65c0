import { Menu } from 'electron'

/** The labels of what was clicked, for tests to see. */
export const clicked: string[] = []

Menu.setApplicationMenu(
  Menu.buildFromTemplate([
    {
      label: 'File',
      submenu: [
        {
          id: 'new',
          label: 'New',
          accelerator: 'CmdOrCtrl+N',
          click: (item, window) => clicked.push(`${item.label} ${window?.getTitle()}`),
        },
        { id: 'off', label: 'Off', accelerator: 'CmdOrCtrl+Shift+O', enabled: false, click: () => clicked.push('off') },
        {
          id: 'tick',
          label: 'Tick',
          type: 'checkbox',
          accelerator: 'F8',
          click: ({ checked }) => clicked.push(`tick ${checked}`),
        },
      ],
    },
    { role: 'editMenu' },
    { role: 'viewMenu' },
  ]),
)
