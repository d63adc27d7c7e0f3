import { App, Button } from 'antd'
import { useBusinessNow } from '../../../shared/clock/clock'
import { useLocale } from '../../../shared/i18n'
import { sayProblem } from '../../../shared/problems'
import { sayDay, sayNumber } from '../../../shared/time'
import { cx, EmptyState, ErrorState, type Meaning, SkeletonRows, Tag, UnitName } from '../../../shared/ui'
import { useCan } from '../../identity'
import { type Improvement, useImprovements, useStep } from '../api'
import { improvementCopy } from '../copy'
import styles from '../ImprovementPage.module.css'
import { rateOf, sayDecimal, sayShare } from '../model'

const MEANING: Record<Improvement['state'], Meaning> = {
  PROPOSED: 'plain',
  ACCEPTED: 'plain',
  IN_PROGRESS: 'watch',
  DONE: 'watch',
  VERIFIED: 'good',
  FAILED: 'act',
  DROPPED: 'stopped',
}

/** Improvement items, the newest first, each with what there was before and after. */
export function Items() {
  const t = improvementCopy.use()
  const list = useImprovements()
  if (list.rows === undefined && list.error != null)
    return <ErrorState error={list.error} onRetry={list.retry} />
  if (list.rows === undefined) return <SkeletonRows rows={4} />
  if (list.rows.length === 0) return <EmptyState title={t.itemsEmpty}>{t.itemsEmptyHint}</EmptyState>
  return (
    <>
      {list.rows.map((item) => (
        <Item key={item.id} item={item} />
      ))}
      {list.hasMore && (
        <Button loading={list.loadingMore} onClick={list.more}>
          {t.more}
        </Button>
      )}
    </>
  )
}

function Item({ item }: { item: Improvement }) {
  const t = improvementCopy.use()
  const zh = useLocale() === 'zh-CN'
  const now = useBusinessNow()
  const can = useCan()
  const { message } = App.useApp()
  const step = useStep()
  return (
    <article className={styles.item} aria-label={item.title}>
      <div className={styles.line}>
        <strong>{item.title}</strong>
        <Tag meaning={MEANING[item.state]}>{t.states[item.state]}</Tag>
        {item.late && <Tag meaning="act">{t.late}</Tag>}
        <span>{zh ? item.causeZh : item.causeEn}</span>
        <UnitName unit={item.unit} />
        <small>
          {t.owner} {item.owner.name} · {t.due} {item.due}
        </small>
      </div>
      <p>{item.plan}</p>
      <BeforeAfter item={item} />
      <div className={styles.line}>
        {item.compareAt !== null && <small>{t.compareAt(sayDay(Date.parse(item.compareAt), now))}</small>}
        {can('improvement.write') &&
          item.steps.map((name) => (
            <Button
              key={name}
              size="small"
              danger={name === 'DROP'}
              loading={step.isPending}
              onClick={() =>
                step.mutate(
                  { item, step: name },
                  { onError: (problem) => message.error(sayProblem(problem)) },
                )
              }
            >
              {t.steps[name]}
            </Button>
          ))}
      </div>
    </article>
  )
}

/** Two bars on one scale, each with what it is made of, and what may be said of them. */
function BeforeAfter({ item }: { item: Improvement }) {
  const t = improvementCopy.use()
  const spans = [item.before, item.after]
  const rates = spans.map((span) => (span === null ? 0 : rateOf(item.measure, span)))
  const most = Math.max(...rates, Number.MIN_VALUE)
  return (
    <figure className={styles.picture} aria-label={t.beforeAfter}>
      {spans.map(
        (span, i) =>
          span !== null && (
            <div key={i === 0 ? 'before' : 'after'} style={{ display: 'contents' }}>
              <span>{i === 0 ? t.before : t.after}</span>
              <span className={cx(styles.bar, i === 1 && styles.after)}>
                <i style={{ width: `${((rates[i] ?? 0) / most) * 40}%` }} />
                <b>
                  {item.measure === 'SHARE'
                    ? sayShare(span.tickets, span.ended)
                    : t.perWeek(sayDecimal(rates[i] ?? 0))}
                </b>
                <small>{t.madeOf(sayNumber(span.tickets), sayNumber(span.ended), span.weeks)}</small>
              </span>
            </div>
          ),
      )}
      {item.trend !== null && (
        <figcaption style={{ gridColumn: '1 / -1' }}>
          <strong>{t.trends[item.trend]}</strong>{' '}
          {item.ratio !== null &&
            t.ratio(sayDecimal(item.ratio), sayDecimal(item.low), sayDecimal(item.high))}
        </figcaption>
      )}
    </figure>
  )
}
