import { lazy, Suspense, useEffect, useState } from 'react'
import { ApiProblem } from '../../api/problem'
import type { TrackAnswer } from '../../api/types'
import { getLocale, setLocale } from '../../shared/i18n'
import { track } from './api'
import { claimCopy } from './claim/copy'
import { trackingCopy } from './copy'
import { isWaybill, tidyWaybill } from './model'
import { PersonBar } from './parts/PersonBar'
import { PhoneQuestion } from './parts/PhoneQuestion'
import { TrackResult } from './parts/TrackResult'
import { WaybillQuestion } from './parts/WaybillQuestion'
import { sendingCopy } from './quote/copy'
import { SendingPage } from './quote/SendingPage'
import styles from './TrackPage.module.css'

type Step = 'waybill' | 'phone' | 'answer' | 'sending' | 'claim'

// Few who look for a parcel claim for it: the page stays light for the others.
const ClaimPage = lazy(() => import('./claim/ClaimPage'))

const SEARCH: Partial<Record<Step, string>> = { sending: 'sending', claim: 'claim' }

/** Where is my parcel, what is being done, until when: one question a screen, then the answer. */
export default function TrackPage() {
  const t = trackingCopy.use()
  const sending = sendingCopy.use()
  const claim = claimCopy.use()
  const [waybill, setWaybill] = useState(() =>
    tidyWaybill(new URLSearchParams(location.search).get('waybill') ?? ''),
  )
  const [step, setStep] = useState<Step>(() => {
    const asked = new URLSearchParams(location.search)
    if (asked.has('sending')) return 'sending'
    if (asked.has('claim')) return 'claim'
    return isWaybill(waybill) ? 'phone' : 'waybill'
  })
  const [phone, setPhone] = useState('')
  const [answer, setAnswer] = useState<TrackAnswer | null>(null)
  const [problem, setProblem] = useState<ApiProblem | null>(null)
  const [busy, setBusy] = useState(false)

  useEffect(() => {
    const title = step === 'sending' ? sending.title : step === 'claim' ? claim.title : t.title
    document.title = `${title} · ${t.brand}`
  }, [t, sending, claim, step])

  useEffect(() => {
    // the phone's own back key goes one question back
    const back = (event: PopStateEvent) => setStep((event.state as { step?: Step } | null)?.step ?? 'waybill')
    window.addEventListener('popstate', back)
    return () => window.removeEventListener('popstate', back)
  }, [])

  function go(next: Step, number: string) {
    setProblem(null)
    setStep(next)
    // the number may stand in the address, the digits of a phone never
    const asked = [SEARCH[next] ?? '', number === '' ? '' : `waybill=${number}`].filter((part) => part !== '')
    history.pushState({ step: next }, '', `/track${asked.length === 0 ? '' : `?${asked.join('&')}`}`)
  }

  async function look(digits: string) {
    setBusy(true)
    setProblem(null)
    try {
      setAnswer(await track(waybill, digits))
      setPhone(digits)
      if (step !== 'answer') go('answer', waybill)
    } catch (caught) {
      setProblem(caught instanceof ApiProblem ? caught : new ApiProblem(500, 'UNEXPECTED'))
    } finally {
      setBusy(false)
    }
  }

  function restart() {
    setWaybill('')
    setAnswer(null)
    setPhone('')
    go('waybill', '')
  }

  return (
    <div className={styles.page}>
      <header className={styles.top}>
        <img src="/waypost.svg" alt="" width="28" height="28" />
        <strong>{t.brand}</strong>
        <button type="button" onClick={() => setLocale(getLocale() === 'en' ? 'zh-CN' : 'en')}>
          {t.language}
        </button>
      </header>
      <main className={styles.main}>
        <nav className={styles.views}>
          {step === 'sending' || step === 'claim' ? (
            <button type="button" className={styles.plain} onClick={() => go('waybill', '')}>
              {sending.back}
            </button>
          ) : (
            <>
              <button type="button" className={styles.plain} onClick={() => go('claim', waybill)}>
                {claim.link}
              </button>
              <button type="button" className={styles.plain} onClick={() => go('sending', '')}>
                {sending.link}
              </button>
            </>
          )}
        </nav>
        {step === 'sending' && <SendingPage />}
        {step === 'claim' && (
          <Suspense fallback={<p role="status">{claim.loading}</p>}>
            <ClaimPage waybill={waybill} />
          </Suspense>
        )}
        {step === 'waybill' && (
          <WaybillQuestion
            value={waybill}
            onAnswer={(number) => {
              setWaybill(number)
              go('phone', number)
            }}
          />
        )}
        {(step === 'phone' || (step === 'answer' && answer === null)) && (
          <PhoneQuestion
            waybill={waybill}
            busy={busy}
            problem={problem}
            onAnswer={(digits) => void look(digits)}
            onBack={() => go('waybill', '')}
          />
        )}
        {step === 'answer' && answer !== null && (
          <TrackResult
            answer={answer}
            phoneLast4={phone}
            busy={busy}
            problem={problem}
            onRefresh={() => void look(phone)}
            onAnother={restart}
            onClaim={() => go('claim', answer.waybill)}
          />
        )}
      </main>
      <PersonBar />
    </div>
  )
}
