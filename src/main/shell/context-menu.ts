import type { ContextMenuParams, MenuItemConstructorOptions } from 'electron'
import type { Say } from '../text/say.ts'

type Clicked = Pick<ContextMenuParams, 'isEditable' | 'selectionText'> & {
  editFlags: Pick<ContextMenuParams['editFlags'], 'canUndo' | 'canRedo' | 'canCut' | 'canCopy' | 'canPaste' | 'canSelectAll'>
}

/** What a right click offers: only what applies to what was clicked, in the person's language; empty where nothing does. */
export function contextItems({ isEditable, selectionText, editFlags }: Clicked, say: Say): MenuItemConstructorOptions[] {
  const copy = { role: 'copy', label: say('menu.copy'), enabled: editFlags.canCopy } as const
  if (!isEditable) return selectionText.trim() === '' ? [] : [copy]
  return [
    { role: 'undo', label: say('menu.undo'), enabled: editFlags.canUndo },
    { role: 'redo', label: say('menu.redo'), enabled: editFlags.canRedo },
    { type: 'separator' },
    { role: 'cut', label: say('menu.cut'), enabled: editFlags.canCut },
    copy,
    { role: 'paste', label: say('menu.paste'), enabled: editFlags.canPaste },
    { type: 'separator' },
    { role: 'selectAll', label: say('menu.selectAll'), enabled: editFlags.canSelectAll },
  ]
}
