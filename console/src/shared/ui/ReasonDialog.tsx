import { Input, Modal } from 'antd'
import { useState } from 'react'

interface Props {
  title: string
  /** What to write. */
  reason: string
  cancel: string
  saving: boolean
  onSay: (reason: string) => void
  onClose: () => void
}

/** Asks why, and does not go on without. */
export function ReasonDialog({ title, reason, cancel, saving, onSay, onClose }: Props) {
  const [said, setSaid] = useState('')
  return (
    <Modal
      open
      title={title}
      okText={title}
      cancelText={cancel}
      confirmLoading={saving}
      okButtonProps={{ disabled: said.trim() === '' }}
      onOk={() => onSay(said.trim())}
      onCancel={onClose}
    >
      <Input.TextArea
        autoFocus
        aria-label={reason}
        placeholder={reason}
        maxLength={200}
        value={said}
        onChange={(event) => setSaid(event.target.value)}
      />
    </Modal>
  )
}
