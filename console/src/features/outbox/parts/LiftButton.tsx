import { App, Button, Input, Popconfirm } from 'antd'
import { useState } from 'react'
import type { SuppressionEntry } from '../../../api/types'
import { sayProblem } from '../../../shared/problems'
import { useLift } from '../api'
import { outboxCopy } from '../copy'

/** Takes a recipient off the list; somebody once asked not to be written to, so it wants a reason. */
export function LiftButton({ entry }: { entry: SuppressionEntry }) {
  const t = outboxCopy.use()
  const { message } = App.useApp()
  const lift = useLift()
  const [note, setNote] = useState('')
  return (
    <Popconfirm
      title={t.list.liftSure(entry.to)}
      description={
        <Input
          value={note}
          maxLength={500}
          placeholder={t.list.liftPlaceholder}
          aria-label={t.list.liftNote}
          onChange={(event) => setNote(event.target.value)}
        />
      }
      okText={t.list.lift}
      cancelText={t.cancel}
      okButtonProps={{ disabled: note.trim() === '' }}
      onConfirm={() =>
        lift.mutate(
          { id: entry.id, note: note.trim() },
          {
            onSuccess: () => message.success(t.list.lifted),
            onError: (problem) => message.error(sayProblem(problem)),
          },
        )
      }
    >
      <Button size="small" loading={lift.isPending}>
        {t.list.lift}
      </Button>
    </Popconfirm>
  )
}
