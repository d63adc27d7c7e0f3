import { useEffect, useState } from 'react'
import { ApiProblem } from '../../../api/problem'
import type { Quoted } from '../../../api/types'
import { type Choice, sayRight } from '../../tariff'
import { quoteForAnybody, takeClock } from '../api'
import { Trouble } from '../parts/Trouble'
import track from '../TrackPage.module.css'
import { isPlace, toAsk, UNWRITTEN, type Written } from './ask'
import { sendingCopy } from './copy'
import { PlaceSelects } from './PlaceSelects'
import { loadPlaces } from './places'
import styles from './Sending.module.css'
import { SendingAnswer } from './SendingAnswer'
import { SendingFields } from './SendingFields'

type Wrong = Partial<Record<keyof Written, string>>

/** What sending costs and when it is there, for anybody. */
export function SendingPage() {
  const t = sendingCopy.use()
  const [places, setPlaces] = useState<Choice[] | null>(null)
  const [failed, setFailed] = useState(false)
  const [written, setWritten] = useState(UNWRITTEN)
  const [wanted, setWanted] = useState<string[]>([])
  const [wrong, setWrong] = useState<Wrong>({})
  const [problem, setProblem] = useState<ApiProblem | null>(null)
  const [answer, setAnswer] = useState<Quoted | null>(null)
  /** How often prices were asked for from the form: each time the answer is gone to. */
  const [asked, setAsked] = useState(0)
  const [busy, setBusy] = useState(false)
  const change = (more: Partial<Written>) => setWritten({ ...written, ...more })

  function load() {
    setFailed(false)
    loadPlaces().then(setPlaces, () => setFailed(true))
  }
  useEffect(() => {
    const stop = new AbortController()
    takeClock(stop.signal).catch(() => undefined) // without it days are said by the phone's own clock
    loadPlaces().then(setPlaces, () => setFailed(true))
    return () => stop.abort()
  }, [])

  async function ask(also: string[], times = asked) {
    setBusy(true)
    setProblem(null)
    setWrong({})
    try {
      setAnswer(await quoteForAnybody(toAsk(written, also)))
      setAsked(times)
    } catch (caught) {
      // A price for something else than what is asked would mislead.
      setAnswer(null)
      const refused = caught instanceof ApiProblem ? caught : new ApiProblem(500, 'UNEXPECTED')
      setWrong(Object.fromEntries(refused.errors.map((error) => [error.field, sayRight(error)])))
      setProblem(refused.errors.length > 0 ? null : refused)
    } finally {
      setBusy(false)
    }
  }

  function submit() {
    const missing: Wrong = {}
    for (const end of ['from', 'to'] as const) {
      if (!isPlace(places ?? [], written[end])) missing[end] = t.placeNeeded
    }
    if (!(Number(written.grams) > 0)) missing.grams = t.weightNeeded
    setWrong(missing)
    if (Object.keys(missing).length === 0 && !busy) void ask(wanted, asked + 1)
  }

  function toggle(code: string) {
    const next = wanted.includes(code) ? wanted.filter((one) => one !== code) : [...wanted, code]
    setWanted(next)
    void ask(next)
  }

  return (
    <>
      <form
        className={track.question}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
      >
        <h1>{t.title}</h1>
        <p className={track.hint}>{t.hint}</p>
        {failed && (
          <div role="alert" className={track.alert}>
            {t.placesFailed}{' '}
            <button type="button" className={track.plain} onClick={load}>
              {t.placesAgain}
            </button>
          </div>
        )}
        {(['from', 'to'] as const).map((end) => (
          <PlaceSelects
            key={end}
            title={t[end]}
            places={places ?? []}
            path={written[end]}
            wrong={wrong[end] ?? null}
            onChange={(path) => change({ [end]: path })}
          />
        ))}
        <SendingFields written={written} wrong={wrong} onChange={change} />
        {problem !== null &&
          (problem.code === 'NO_TARIFF' ? (
            <p role="alert" className={track.alert}>
              {t.none}
            </p>
          ) : (
            <Trouble problem={problem} />
          ))}
        <button type="submit" className={track.primary} disabled={busy}>
          {busy ? t.asking : t.ask}
        </button>
      </form>
      {answer !== null && (
        <div aria-live="polite" aria-busy={busy} className={styles.answer}>
          <SendingAnswer key={asked} answer={answer} wanted={wanted} onToggle={toggle} />
        </div>
      )}
    </>
  )
}
