import { useCallback, useEffect, useMemo, useState } from 'react'
import { ApiProblem } from '../../../api/problem'
import type { CaseAnswer } from '../../../api/types'
import { sayProblem } from '../../../shared/problems'
import { type Asked, getCases } from '../api'
import { trackingCopy } from '../copy'
import styles from '../TrackPage.module.css'
import { CaseCard } from './CaseCard'

/** What the customer told us about this parcel, and what becomes of it. */
export function Cases({ waybill, phoneLast4 }: Asked) {
  const t = trackingCopy.use().cases
  const asked = useMemo(() => ({ waybill, phoneLast4 }), [waybill, phoneLast4])
  const [answer, setAnswer] = useState<CaseAnswer | null>(null)
  const [problem, setProblem] = useState<ApiProblem | null>(null)

  const load = useCallback(async () => {
    setProblem(null)
    try {
      setAnswer(await getCases(asked))
    } catch (caught) {
      setProblem(caught instanceof ApiProblem ? caught : new ApiProblem(500, 'UNEXPECTED'))
    }
  }, [asked])

  useEffect(() => void load(), [load])

  return (
    <section className={styles.cases} aria-label={t.title}>
      <h2>{t.title}</h2>
      {problem !== null && (
        <div role="alert" className={styles.alert}>
          <strong>{t.failed}</strong>
          {sayProblem(problem)}
          <button type="button" className={styles.plain} onClick={() => void load()}>
            {t.retry}
          </button>
        </div>
      )}
      {answer === null && problem === null && (
        <p role="status" className={styles.hint}>
          {t.loading}
        </p>
      )}
      {answer?.cases.length === 0 && <p className={styles.hint}>{t.none}</p>}
      {answer?.cases.map((one) => (
        <CaseCard
          key={one.number}
          one={one}
          now={Date.parse(answer.now)}
          asked={asked}
          onAnswer={setAnswer}
        />
      ))}
    </section>
  )
}
