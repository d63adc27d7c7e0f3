import { Input, Modal } from 'antd'
import { useState } from 'react'
import { sopCopy } from '../copy'

interface Props {
  title: string
  saving: boolean
  onSay: (reason: string) => void
  onClose: () => void
}

/** Asks why. */
export function ReasonDialog({ title, saving, onSay, onClose }: Props) {
  const t = sopCopy.use()
  const [reason, setReason] = useState('')
  return (
    <Modal
      open
      title={title}
      okText={title}
      cancelText={t.cancel}
      confirmLoading={saving}
      okButtonProps={{ disabled: reason.trim() === '' }}
      onOk={() => onSay(reason.trim())}
      onCancel={onClose}
    >
      <Input.TextArea
        autoFocus
        aria-label={t.reason}
        placeholder={t.reason}
        maxLength={200}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
    </Modal>
  )
}
