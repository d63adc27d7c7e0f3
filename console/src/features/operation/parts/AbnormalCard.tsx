import { App, Button } from 'antd'
import { useState } from 'react'
import { useBusinessNow } from '../../../shared/clock/clock'
import { sayProblem } from '../../../shared/problems'
import { sayTime } from '../../../shared/time'
import { type Meaning, Tag, TimeLeft, UnitName } from '../../../shared/ui'
import { useCan, useMe } from '../../identity'
import { type Abnormality, type Step, useAnswer } from '../api'
import { operationCopy } from '../copy'
import { MEASURE, sayValue } from '../model'
import styles from '../OperationPage.module.css'
import { AnswerDialog } from './AnswerDialog'
import { HourChart } from './HourChart'

const STATE: Record<Abnormality['state'], Meaning> = {
  OPEN: 'act',
  ACKNOWLEDGED: 'watch',
  EXPLAINED: 'plain',
  SETTLED: 'good',
}

interface Props {
  one: Abnormality
  /** Opens the site; left out where it is open already. */
  onSite?: (code: string) => void
}

/** A site that does not work as usual: what is so, what is usual, who answers until when, what was said. */
export function AbnormalCard({ one, onSite }: Props) {
  const t = operationCopy.use()
  const now = useBusinessNow()
  const measure = MEASURE[one.cause]
  const usual = t.between(sayValue(measure, one.low), sayValue(measure, one.high))
  const over = one.clearedAt !== null
  return (
    <article className={styles.card} aria-label={`${one.site.name} ${t.causes[one.cause]}`}>
      <div className={styles.what}>
        <div className={styles.line}>
          <Tag meaning={over ? 'plain' : 'act'} strong={!over}>
            {t.causes[one.cause]}
          </Tag>
          {onSite === undefined ? (
            <UnitName unit={one.site} withKind />
          ) : (
            <button type="button" className={styles.name} onClick={() => onSite(one.site.code)}>
              <UnitName unit={one.site} withKind />
            </button>
          )}
        </div>
        <p title={t.evidence(one.samples)}>
          {t.nowAndUsual(t.measures[measure], sayValue(measure, one.value), usual)}
        </p>
        <small>
          {one.place} ·{' '}
          {over
            ? t.until(sayTime(one.firstHour, now), sayTime(one.clearedAt ?? '', now))
            : t.since(sayTime(one.firstHour, now))}
        </small>
      </div>
      {one.curve.points.length > 1 && <HourChart curve={one.curve} />}
      <div className={styles.who}>
        <div className={styles.line}>
          {one.state === 'OPEN' && !over ? (
            <TimeLeft dueAt={one.dueAt} limitMinutes={one.limitMinutes} />
          ) : (
            <Tag meaning={over ? 'plain' : STATE[one.state]}>{t.states[one.state]}</Tag>
          )}
        </div>
        <small>
          {one.responsible === null
            ? t.nobody
            : `${t.responsible} ${one.responsible.name}${one.region === null ? '' : ` · ${one.region.name}`}`}
        </small>
        {one.state !== 'SETTLED' && <Steps one={one} over={over} />}
      </div>
      {one.answers.length > 0 && (
        <ol className={styles.answers}>
          {one.answers.map((said) => (
            <li key={`${said.at} ${said.step}`}>
              <span>
                {said.byName}{' '}
                {
                  t.states[
                    said.step === 'ACKNOWLEDGE'
                      ? 'ACKNOWLEDGED'
                      : said.step === 'EXPLAIN'
                        ? 'EXPLAINED'
                        : 'SETTLED'
                  ]
                }
              </span>
              {said.note !== null && <q>{said.note}</q>}
              <small>{sayTime(said.at, now)}</small>
            </li>
          ))}
        </ol>
      )}
    </article>
  )
}

function Steps({ one, over }: { one: Abnormality; over: boolean }) {
  const t = operationCopy.use()
  const can = useCan()
  const me = useMe()
  const { message } = App.useApp()
  const answer = useAnswer()
  const [writing, setWriting] = useState<Step | null>(null)
  if (!can('operation.write')) return null
  const steps: Step[] = [
    ...(one.state === 'OPEN' && !over ? (['ACKNOWLEDGE'] as const) : []),
    'EXPLAIN',
    // Whoever belongs to the site does not settle what is wrong there.
    ...(me.unit.code === one.site.code ? [] : (['SETTLE'] as const)),
  ]
  const say = (step: Step, note: string | null) =>
    answer.mutate(
      { one, step, note },
      {
        onSuccess: () => {
          setWriting(null)
          void message.success(t.stepDone[step])
        },
        onError: (problem) => {
          setWriting(null)
          void message.error(sayProblem(problem))
        },
      },
    )
  return (
    <div className={styles.line}>
      {steps.map((step) => (
        <Button
          key={step}
          size="small"
          type={step === 'ACKNOWLEDGE' ? 'primary' : 'default'}
          loading={answer.isPending && answer.variables.step === step}
          onClick={() => (step === 'ACKNOWLEDGE' ? say(step, null) : setWriting(step))}
        >
          {t.steps[step]}
        </Button>
      ))}
      {writing !== null && (
        <AnswerDialog
          step={writing}
          busy={answer.isPending}
          onSay={(note) => say(writing, note)}
          onClose={() => setWriting(null)}
        />
      )}
    </div>
  )
}
