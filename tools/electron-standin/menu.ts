import type { MenuItemConstructorOptions } from 'electron'
import { accelerators, parseAccelerator } from './accelerators.ts'
import { roleOf } from './menu-roles.ts'
import { strictEmitter, UnsupportedError } from './unsupported.ts'
import type { WebContents } from './web-contents.ts'
import { BrowserWindow } from './window.ts'

type Click = (item: MenuItem, window: BrowserWindow | undefined, event: object) => void

let lastCommand = 0
let applicationMenu: Menu | null = null

/** Electron's `MenuItem`. */
export class MenuItem {
  readonly id: string
  readonly commandId = ++lastCommand
  readonly type: string
  readonly role: string | undefined
  readonly submenu: Menu | undefined
  readonly accelerator: string | undefined
  readonly registerAccelerator: boolean
  readonly sublabel: string
  readonly toolTip: string
  label: string
  enabled: boolean
  visible: boolean
  checked: boolean
  menu: Menu | undefined
  private readonly options: MenuItemConstructorOptions

  constructor(options: MenuItemConstructorOptions) {
    const role = options.role === undefined ? undefined : roleOf(options.role)
    const submenu = options.submenu ?? role?.submenu
    this.options = options
    this.id = options.id ?? ''
    this.role = options.role
    this.submenu = Array.isArray(submenu) ? Menu.buildFromTemplate(submenu) : (submenu as unknown as Menu | undefined)
    this.type = options.type ?? (this.submenu ? 'submenu' : 'normal')
    this.label = options.label ?? role?.label ?? ''
    this.accelerator = options.accelerator ?? role?.accelerator
    this.registerAccelerator = options.registerAccelerator ?? true
    this.sublabel = options.sublabel ?? ''
    this.toolTip = options.toolTip ?? ''
    this.enabled = options.enabled ?? true
    this.visible = options.visible ?? true
    this.checked = options.checked ?? false
  }

  /** What a person's click does: ticks the item, then runs its role or the app's own function. */
  click(event: object = {}, window = BrowserWindow.getFocusedWindow() ?? BrowserWindow.getAllWindows()[0]): void {
    if (this.type === 'checkbox') this.checked = !this.checked
    if (this.type === 'radio') {
      for (const item of this.menu?.items ?? []) if (item.type === 'radio') item.checked = false
      this.checked = true
    }
    if (this.role === undefined) {
      ;(this.options.click as unknown as Click | undefined)?.(this, window, event)
      return
    }
    const { run } = roleOf(this.role)
    if (!run) throw new UnsupportedError(`a click on the menu role ${this.role}`)
    if (window) run(window)
  }
}

/** Electron's `Menu`: a model. No bar is drawn, and its accelerators work. */
export class Menu extends strictEmitter('Menu') {
  items: MenuItem[] = []

  static buildFromTemplate(template: (MenuItemConstructorOptions | MenuItem)[]): Menu {
    const menu = new Menu()
    for (const item of template) menu.append(item instanceof MenuItem ? item : new MenuItem(item))
    return menu
  }

  static setApplicationMenu(menu: Menu | null): void {
    applicationMenu = menu
    publish()
  }

  static getApplicationMenu(): Menu | null {
    return applicationMenu
  }

  /** No menu can be drawn over Chromium's page: it counts as shown, and `lastPopup` of the stand-in names it for tests. */
  popup(): void {
    Menu.popped = this
    this.emit('menu-will-show', {})
  }

  /** Not Electron's: the menu that was last popped up. */
  static popped: Menu | null = null

  append(item: MenuItem): void {
    this.insert(this.items.length, item)
  }

  insert(position: number, item: MenuItem): void {
    this.items.splice(position, 0, item)
    item.menu = this
    publish()
  }

  getMenuItemById(id: string): MenuItem | null {
    return descendants(this).find((item) => item.id === id) ?? null
  }
}

const descendants = (menu: Menu | null): MenuItem[] =>
  (menu?.items ?? []).flatMap((item) => [item, ...descendants(item.submenu ?? null)])

/** Tells the pages which keys to listen for. */
function publish(): void {
  accelerators.combinations = descendants(applicationMenu).flatMap(({ accelerator, registerAccelerator, commandId }) =>
    accelerator && registerAccelerator ? [parseAccelerator(accelerator, commandId)] : [],
  )
  accelerators.emit('changed', accelerators.combinations)
}

accelerators.on('pressed', (command, contents) => {
  const item = descendants(applicationMenu).find(({ commandId }) => commandId === command)
  const window = BrowserWindow.fromWebContents(contents as WebContents) ?? undefined
  if (item?.enabled) item.click({ triggeredByAccelerator: true }, window)
})
