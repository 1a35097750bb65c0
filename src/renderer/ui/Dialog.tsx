import { X } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { useSay } from '../lib/i18n.tsx'
import { Button } from './Button.tsx'
import css from './Dialog.module.css'
import { cx } from './cx.ts'

export interface DialogProps {
  readonly isOpen: boolean
  readonly onClose: () => void
  readonly title: ReactNode
  readonly children: ReactNode
  /** Buttons at the foot, the primary one last. */
  readonly footer?: ReactNode
  readonly size?: 'small' | 'medium' | 'large' | undefined
  /** A question with consequences: read out as an alert, not closed by a click beside it. */
  readonly isAlert?: boolean | undefined
}

/** A window over the page: holds focus, closes with Escape, gives focus back where it was. */
export function Dialog({ isOpen, onClose, title, children, footer, size = 'medium', isAlert = false }: DialogProps) {
  const say = useSay()
  return (
    <ModalOverlay
      className={cx(css.overlay)}
      isOpen={isOpen}
      onOpenChange={(open) => !open && onClose()}
      isDismissable={!isAlert}
    >
      <Modal className={cx(css.modal, css[size])}>
        <AriaDialog className={cx(css.dialog)} role={isAlert ? 'alertdialog' : 'dialog'}>
          <header className={cx(css.header)}>
            <Heading slot="title" level={2}>
              {title}
            </Heading>
            {!isAlert && (
              <Button
                variant="quiet"
                size="small"
                aria-label={say('ui.close')}
                icon={<X aria-hidden="true" />}
                onPress={onClose}
              />
            )}
          </header>
          <div className={cx(css.body)}>{children}</div>
          {footer !== undefined && <footer className={cx(css.footer)}>{footer}</footer>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}

export interface ConfirmDialogProps {
  readonly isOpen: boolean
  readonly onClose: () => void
  readonly title: string
  readonly children: ReactNode
  /** Says what will happen: "Verwijderen", never "OK". */
  readonly confirmLabel: string
  readonly onConfirm: () => unknown
  readonly isDanger?: boolean | undefined
  readonly cancelLabel?: string | undefined
}

/**
 * Asks once more. Stays open while the answer is carried out, and takes no second press meanwhile; also stays open when
 * that fails, with the failure among its children, which only the caller can word.
 */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { isOpen, onClose, title, children, confirmLabel, onConfirm, isDanger = false, cancelLabel } = props
  const say = useSay()
  const [isBusy, setBusy] = useState(false)

  async function confirm(): Promise<void> {
    setBusy(true)
    try {
      await onConfirm()
      onClose()
    } catch {
      // Said by the caller, who was told before us.
    } finally {
      setBusy(false)
    }
  }

  return (
    <Dialog
      {...{ isOpen, onClose, title }}
      isAlert
      size="small"
      footer={
        <>
          <Button onPress={onClose} isDisabled={isBusy}>
            {cancelLabel ?? say('ui.cancel')}
          </Button>
          <Button variant={isDanger ? 'danger' : 'primary'} isBusy={isBusy} onPress={() => void confirm()}>
            {confirmLabel}
          </Button>
        </>
      }
    >
      {children}
    </Dialog>
  )
}
