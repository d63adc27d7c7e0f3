import { App, Input, Modal } from 'antd'
import { useState } from 'react'
import { sayProblem } from '../../../shared/problems'
import { useParcelNote } from '../api'
import { parcelCopy } from '../copy'

export function NoteDialog({ waybill, onDone }: { waybill: string; onDone: () => void }) {
  const t = parcelCopy.use()
  const { message } = App.useApp()
  const [text, setText] = useState('')
  const note = useParcelNote(waybill)

  function save() {
    if (text.trim() === '') return
    note.mutate(text.trim(), {
      onSuccess: () => {
        message.success(t.noteSaved)
        onDone()
      },
      onError: (problem) => message.error(sayProblem(problem)),
    })
  }

  return (
    <Modal
      open
      title={t.addNote}
      okText={t.save}
      cancelText={t.cancel}
      okButtonProps={{ disabled: text.trim() === '' }}
      confirmLoading={note.isPending}
      onOk={save}
      onCancel={onDone}
      width={460}
    >
      <Input.TextArea
        autoFocus
        value={text}
        aria-label={t.noteLabel}
        placeholder={t.notePlaceholder}
        maxLength={500}
        autoSize={{ minRows: 3, maxRows: 8 }}
        onChange={(event) => setText(event.target.value)}
        onPressEnter={(event) => {
          if (event.ctrlKey || event.metaKey) save()
        }}
      />
    </Modal>
  )
}
