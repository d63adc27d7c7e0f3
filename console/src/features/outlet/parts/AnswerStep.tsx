import { App } from 'antd'
import { useEffect, useRef, useState } from 'react'
import type { AnswerKind, TicketView } from '../../../api/types'
import { businessNow } from '../../../shared/clock/clock'
import { cx } from '../../../shared/ui'
import { useMe } from '../../identity'
import { needsUntil, ticketCopy } from '../../ticket'
import { outletCopy } from '../copy'
import { type Draft, missing } from '../model'
import { addAnswer, useSendAnswers } from '../queue/useAnswerQueue'
import styles from './AnswerStep.module.css'
import { PhotoField, type Picture } from './PhotoField'
import { UnitField } from './UnitField'
import { UntilField } from './UntilField'

interface Props {
  ticket: TicketView
  kind: AnswerKind
  onOther: () => void
  onDone: () => void
}

/** What the chosen answer still needs, then one press to send it. */
export function AnswerStep({ ticket, kind, onOther, onDone }: Props) {
  const t = outletCopy.use()
  const words = ticketCopy.use()
  const me = useMe()
  const { message } = App.useApp()
  const send = useSendAnswers()
  const top = useRef<HTMLFormElement>(null)
  const [draft, setDraft] = useState<Draft>({ kind, until: null, unit: null, remark: '' })
  const [pictures, setPictures] = useState<Picture[]>([])
  const [busy, setBusy] = useState(false)
  const [shrinking, setShrinking] = useState(false)
  const [lacks, setLacks] = useState<ReturnType<typeof missing>>(null)

  useEffect(() => {
    top.current?.scrollIntoView({ block: 'nearest' })
  }, [])

  function change(part: Partial<Draft>) {
    setDraft((old) => ({ ...old, ...part }))
    setLacks(null)
  }

  async function submit() {
    const gap = missing(draft, businessNow())
    setLacks(gap)
    if (gap !== null || busy || shrinking) return
    setBusy(true)
    try {
      await addAnswer({
        id: `${ticket.id} ${ticket.version} ${Date.now()}`,
        person: me.id,
        ticketId: ticket.id,
        waybill: ticket.waybill ?? ticket.number,
        version: ticket.version,
        known: ticket.answers.map((answer) => answer.id),
        kind,
        remark: draft.remark.trim(),
        until: needsUntil(kind) && draft.until !== null ? new Date(draft.until).toISOString() : null,
        misdirectedTo: kind === 'MISDIRECTED' ? draft.unit : null,
        photos: pictures.map((picture) => ({ blob: picture.blob, id: null })),
        at: Date.now(),
        state: 'WAITING',
        reason: null,
      })
      if (!navigator.onLine) message.info(t.kept)
      void send()
      onDone()
    } finally {
      setBusy(false)
    }
  }

  return (
    <form
      ref={top}
      className={styles.step}
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      <header>
        <h2>{words.answer[kind]}</h2>
        <button type="button" className={styles.other} onClick={onOther}>
          {t.chooseOther}
        </button>
      </header>
      {needsUntil(kind) && (
        <UntilField label={t.until[kind]} value={draft.until} onChange={(until) => change({ until })} />
      )}
      {kind === 'MISDIRECTED' && <UnitField value={draft.unit} onChange={(unit) => change({ unit })} />}
      {lacks !== null && (
        <p role="alert" className={styles.lacks}>
          {t[lacks]}
        </p>
      )}
      <PhotoField
        pictures={pictures}
        onChange={setPictures}
        onBusy={setShrinking}
        asked={kind === 'FOUND_DAMAGED'}
      />
      <label className={styles.remark}>
        <span>{t.remark}</span>
        <textarea
          rows={2}
          maxLength={500}
          value={draft.remark}
          placeholder={t.remarkHint}
          onChange={(event) => change({ remark: event.target.value })}
        />
      </label>
      <div className={styles.phrases}>
        {t.phrases[kind].map((phrase) => (
          <button
            key={phrase}
            type="button"
            className={cx(draft.remark === phrase && styles.here)}
            aria-pressed={draft.remark === phrase}
            onClick={() => change({ remark: draft.remark === phrase ? '' : phrase })}
          >
            {phrase}
          </button>
        ))}
      </div>
      <button type="submit" className={styles.send} disabled={busy || shrinking}>
        {shrinking ? t.shrinking : t.send}
      </button>
    </form>
  )
}
