import { useEffect, useState } from 'react'
import type { CodeSent, PublicClaims } from '../../../api/types'
import { trackingCopy } from '../copy'
import { isWaybill, tidyWaybill } from '../model'
import track from '../TrackPage.module.css'
import { begin, sendCode } from './api'
import { claimCopy } from './copy'
import { Field } from './Field'
import { Trouble } from './Trouble'
import { useWork } from './useWork'

/** How long to wait before asking for another code, in seconds: messages take a while. */
const WAIT = 60

interface Props {
  waybill: string
  /** Whether an earlier code has run out. */
  ended: boolean
  onKnown: (view: PublicClaims) => void
}

/** Who is it? Number and digits, then the code that went to that phone. */
export function CodeQuestion({ waybill, ended, onKnown }: Props) {
  const t = claimCopy.use().code
  const words = trackingCopy.use()
  const { busy, problem, setProblem, run } = useWork()
  const [number, setNumber] = useState(waybill)
  const [digits, setDigits] = useState('')
  const [code, setCode] = useState('')
  const [sent, setSent] = useState<CodeSent | null>(null)
  const [wait, setWait] = useState(0)
  const [wrong, setWrong] = useState<{ number?: string; digits?: string; code?: string }>({})

  useEffect(() => {
    if (wait === 0) return
    const timer = setTimeout(() => setWait(wait - 1), 1000)
    return () => clearTimeout(timer)
  }, [wait])

  async function send() {
    const tidy = tidyWaybill(number)
    const missing: typeof wrong = {}
    if (!isWaybill(tidy)) missing.number = words.waybillWrong
    if (digits.length !== 4) missing.digits = words.phoneWrong
    setWrong(missing)
    if (Object.keys(missing).length > 0) return
    const answer = await run(() => sendCode(tidy, digits))
    if (answer === null) return
    setNumber(tidy)
    setSent(answer)
    setWait(WAIT)
    setCode('')
  }

  async function enter() {
    const missing = code.length === 6 ? {} : { code: t.codeWrong }
    setWrong(missing)
    if (code.length !== 6) return
    const view = await run(() => begin(number, digits, code))
    if (view !== null) onKnown(view)
  }

  return (
    <form
      className={track.question}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void (sent === null ? send() : enter())
      }}
    >
      <h1>{t.title}</h1>
      {ended && sent === null && (
        <p role="alert" className={track.alert}>
          {t.ended}
        </p>
      )}
      {sent === null ? (
        <>
          <p className={track.hint}>{t.hint}</p>
          <Field title={t.waybill} wrong={wrong.number}>
            {(tied) => (
              <input
                {...tied}
                value={number}
                autoComplete="off"
                autoCapitalize="characters"
                maxLength={40}
                onChange={(event) => setNumber(event.target.value)}
              />
            )}
          </Field>
          <Field title={t.digits} hint={words.phoneHint} wrong={wrong.digits}>
            {(tied) => (
              <input
                {...tied}
                value={digits}
                inputMode="numeric"
                autoComplete="off"
                maxLength={4}
                onChange={(event) => setDigits(event.target.value.replace(/\D/g, ''))}
              />
            )}
          </Field>
        </>
      ) : (
        <>
          <p role="status">{t.sent(sent.phone)}</p>
          <Field title={t.code} wrong={wrong.code}>
            {(tied) => (
              <input
                {...tied}
                // biome-ignore lint/a11y/noAutofocus: the screen asks nothing else
                autoFocus
                value={code}
                inputMode="numeric"
                autoComplete="one-time-code"
                maxLength={6}
                onChange={(event) => setCode(event.target.value.replace(/\D/g, ''))}
              />
            )}
          </Field>
        </>
      )}
      <Trouble problem={problem} />
      {sent === null ? (
        <button type="submit" className={track.primary} disabled={busy}>
          {busy ? t.sending : t.send}
        </button>
      ) : (
        <>
          <button type="submit" className={track.primary} disabled={busy}>
            {busy ? t.entering : t.enter}
          </button>
          <div className={track.buttons}>
            <button
              type="button"
              className={track.plain}
              onClick={() => {
                setSent(null)
                setProblem(null)
                setWrong({})
              }}
            >
              {t.other}
            </button>
            <button
              type="button"
              className={track.plain}
              disabled={busy || wait > 0}
              onClick={() => void send()}
            >
              {wait > 0 ? t.wait(wait) : t.again}
            </button>
          </div>
        </>
      )}
    </form>
  )
}
