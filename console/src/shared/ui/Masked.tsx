import { EyeInvisibleOutlined, EyeOutlined } from '@ant-design/icons'
import { App, Button, Input, Popover, Radio } from 'antd'
import { useEffect, useState } from 'react'
import { useShortcut } from '../keyboard'
import { sayProblem } from '../problems'
import { uiCopy } from './copy'
import styles from './Masked.module.css'

const SHOWN_MS = 120_000
/** The reason given for a case; asked once and sent along with each further look. */
const reasons = new Map<string, string>()

interface Props {
  /** What the server shows to everyone: 138****6688. */
  value: string
  label: string
  /** The case the reason belongs to: the waybill number. */
  caseKey: string
  /** Asks the server for the full value; absent when the person may not. */
  onReveal?: (reason: string) => Promise<string>
}

/** Personal data under a small eye: looking needs a reason, is recorded, and ends by itself. */
export function Masked({ value, label, caseKey, onReveal }: Props) {
  const t = uiCopy.use()
  const { message } = App.useApp()
  const [full, setFull] = useState<string | null>(null)
  const [asking, setAsking] = useState(false)
  const [busy, setBusy] = useState(false)

  useEffect(() => {
    if (full === null) {
      return
    }
    const timer = setTimeout(() => setFull(null), SHOWN_MS)
    return () => clearTimeout(timer)
  }, [full])

  useShortcut('Escape', t.cancel, () => setAsking(false), { enabled: asking, whileTyping: true })

  async function reveal(reason: string) {
    if (onReveal === undefined) {
      return
    }
    setBusy(true)
    try {
      setFull(await onReveal(reason))
      reasons.set(caseKey, reason)
      setAsking(false)
      message.info(t.recorded)
    } catch (problem) {
      message.error(sayProblem(problem))
    } finally {
      setBusy(false)
    }
  }

  function press() {
    const known = reasons.get(caseKey)
    if (known === undefined) {
      setAsking(true)
    } else {
      void reveal(known)
    }
  }

  return (
    <span className={styles.masked}>
      <span className="tabular">{full ?? value}</span>
      {onReveal !== undefined && full !== null && (
        <Button
          type="text"
          size="small"
          icon={<EyeInvisibleOutlined />}
          aria-label={t.hide}
          onClick={() => setFull(null)}
        />
      )}
      {onReveal !== undefined && full === null && (
        <Popover
          open={asking}
          onOpenChange={setAsking}
          trigger={[]}
          destroyOnHidden
          content={
            <ReasonForm
              busy={busy}
              onCancel={() => setAsking(false)}
              onReason={(reason) => void reveal(reason)}
            />
          }
        >
          <Button
            type="text"
            size="small"
            icon={<EyeOutlined />}
            aria-label={t.reveal(label)}
            loading={busy}
            onClick={press}
          />
        </Popover>
      )}
    </span>
  )
}

function ReasonForm({
  busy,
  onReason,
  onCancel,
}: {
  busy: boolean
  onReason: (reason: string) => void
  onCancel: () => void
}) {
  const t = uiCopy.use()
  const [choice, setChoice] = useState<'call' | 'verify' | 'deliver' | 'other'>('call')
  const [words, setWords] = useState('')
  const reason = choice === 'other' ? words.trim() : t.reasons[choice]
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        onReason(reason)
      }}
    >
      <strong>{t.revealTitle}</strong>
      <Radio.Group
        vertical
        value={choice}
        onChange={(event) => setChoice(event.target.value)}
        options={(['call', 'verify', 'deliver', 'other'] as const).map((value) => ({
          value,
          label: t.reasons[value],
        }))}
      />
      {choice === 'other' && (
        <Input
          autoFocus
          value={words}
          maxLength={120}
          placeholder={t.otherReason}
          onChange={(e) => setWords(e.target.value)}
        />
      )}
      <p>{t.revealHint}</p>
      <div>
        <Button size="small" onClick={onCancel}>
          {t.cancel}
        </Button>
        <Button size="small" type="primary" htmlType="submit" loading={busy} disabled={reason === ''}>
          {t.revealConfirm}
        </Button>
      </div>
    </form>
  )
}
