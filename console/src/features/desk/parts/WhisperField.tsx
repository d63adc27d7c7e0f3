import { App, Button, Input } from 'antd'
import { useState } from 'react'
import type { Contact } from '../../../api/types'
import { deskCopy } from '../copy'
import { useWhisper } from '../guests'
import { useRooms } from '../talk/useTalk'

/** What a lead says to the agent whose conversation they look at. */
export function WhisperField({ contact }: { contact: Contact }) {
  const t = deskCopy.use()
  const { message } = App.useApp()
  const rooms = useRooms()
  const whisper = useWhisper(contact.id)
  const [text, setText] = useState('')

  function send() {
    const said = text.trim()
    if (said === '' || whisper.isPending) return
    whisper.mutate(said, {
      onSuccess: () => {
        setText('')
        message.success(t.whisperSent)
        rooms.refresh(contact.conversation)
      },
    })
  }

  return (
    <div style={{ display: 'flex', gap: 8, padding: '10px 14px' }}>
      <Input
        value={text}
        maxLength={1_000}
        aria-label={t.whisperWrite}
        placeholder={t.whisperWrite}
        onChange={(event) => setText(event.target.value)}
        onPressEnter={(event) => {
          if (!event.nativeEvent.isComposing) send()
        }}
      />
      <Button disabled={text.trim() === ''} loading={whisper.isPending} onClick={send}>
        {t.whisper}
      </Button>
    </div>
  )
}
