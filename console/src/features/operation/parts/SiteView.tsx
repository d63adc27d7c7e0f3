import { sayNumber } from '../../../shared/time'
import { EmptyState, ErrorState, Section, SkeletonRows, Tag, UnitName } from '../../../shared/ui'
import { type SitePage, useSite } from '../api'
import { operationCopy } from '../copy'
import { sayPart, sayShare } from '../model'
import styles from '../OperationPage.module.css'
import { AbnormalCard } from './AbnormalCard'
import { HourChart } from './HourChart'

/** One outlet or hub: now, its curves beside what is usual, what was abnormal, where deliveries are hard. */
export function SiteView({ code }: { code: string }) {
  const t = operationCopy.use()
  const { data, error, refetch } = useSite(code)
  if (data === undefined)
    return error === null ? (
      <SkeletonRows rows={12} />
    ) : (
      <ErrorState error={error} onRetry={() => void refetch()} />
    )
  return (
    <div className={styles.site}>
      {error !== null && <ErrorState error={error} onRetry={() => void refetch()} over />}
      <Head site={data} />
      <Section title={t.site.curves}>
        {data.curves.every((curve) => curve.points.every((point) => point.value === null)) ? (
          <EmptyState title={t.site.noReadings} />
        ) : (
          <div className={styles.curves}>
            {data.curves.map((curve) => (
              <HourChart key={curve.measure} curve={curve} large />
            ))}
          </div>
        )}
      </Section>
      <Section title={t.site.abnormalities}>
        {data.abnormalities.length === 0 && <EmptyState title={t.site.none} />}
        {data.abnormalities.map((one) => (
          <AbnormalCard key={one.id} one={one} />
        ))}
      </Section>
      {data.kind === 'OUTLET' && (
        <Section title={t.site.areas}>
          <Areas site={data} />
        </Section>
      )}
    </div>
  )
}

function Head({ site }: { site: SitePage }) {
  const t = operationCopy.use()
  const { now } = site
  return (
    <div className={styles.head}>
      <div className={styles.line}>
        <strong>
          <UnitName unit={now.unit} withKind />
        </strong>
        {now.causes.map((cause) => (
          <Tag key={cause} meaning="act" strong>
            {t.causes[cause]}
          </Tag>
        ))}
      </div>
      <small>
        {now.place} ·{' '}
        {site.responsible === null
          ? t.nobody
          : `${t.responsible} ${site.responsible.name}${site.region === null ? '' : ` · ${site.region.name}`}`}
      </small>
      <p className="tabular">
        {t.columns.backlog} <b>{sayNumber(now.backlog)}</b> · {t.columns.aged} <b>{sayNumber(now.aged)}</b> ·{' '}
        {t.columns.entered} <b>{sayNumber(now.entered)}</b>
        {site.kind === 'OUTLET' && (
          <>
            {' '}
            · {t.columns.given} <b>{sayNumber(now.given)}</b> · {t.columns.rate}{' '}
            <b>{sayPart(now.delivered, now.given)}</b> · {t.columns.failed}{' '}
            <b>{sayPart(now.failed, now.given)}</b>
          </>
        )}
      </p>
    </div>
  )
}

function Areas({ site }: { site: SitePage }) {
  const t = operationCopy.use()
  if (site.areas.length === 0) return <EmptyState title={t.site.noAreas} />
  return (
    <>
      <p className={styles.hint}>{t.site.areasHint}</p>
      <ul className={styles.areas}>
        {site.areas.map((area) => (
          <li key={area.division}>
            <span>
              {area.name} {area.hard && <Tag meaning="watch">{t.site.hard}</Tag>}
            </span>
            <b className="tabular">{sayShare(area.share)}</b>
            <small className="tabular">
              {t.site.attempts(sayNumber(area.failed), sayNumber(area.attempts))}
              {site.areas.length > 1 && ` · ${t.site.elsewhere(sayShare(area.elsewhere))}`}
            </small>
          </li>
        ))}
      </ul>
    </>
  )
}
