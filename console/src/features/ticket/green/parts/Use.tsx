import { sayNumber } from '../../../../shared/time'
import { EmptyState, ErrorState, Section, SkeletonRows, Tag } from '../../../../shared/ui'
import { type UseOf, useGreenUse } from '../api'
import { greenCopy } from '../copy'
import styles from '../GreenPage.module.css'
import { misused, wrongShare } from '../model'

/** Who raised how many in the last 30 days, and how many of them wrongly. */
export function Use({ unit }: { unit: string | null }) {
  const t = greenCopy.use()
  const { data, error, refetch } = useGreenUse(unit)
  if (error !== null && data === undefined) {
    return <ErrorState error={error} onRetry={() => void refetch()} />
  }
  if (data === undefined) return <SkeletonRows rows={8} />
  if (data.people.length === 0) return <EmptyState title={t.noUse}>{t.noUseHint}</EmptyState>
  return (
    <>
      {error !== null && <ErrorState error={error} over onRetry={() => void refetch()} />}
      <p className={styles.hint}>
        {t.useHint}{' '}
        <span className={styles.legend}>
          <i data-part="right" /> {t.legendRight} <i data-part="wrong" /> {t.legendWrong}
        </span>
      </p>
      <div className={styles.uses}>
        <Section title={t.people}>
          <Bars uses={data.people} />
        </Section>
        <Section title={t.units}>
          <Bars uses={data.units} />
        </Section>
      </div>
    </>
  )
}

function Bars({ uses }: { uses: UseOf[] }) {
  const t = greenCopy.use()
  const most = Math.max(...uses.map((use) => use.raised), 1)
  return (
    <ul className={styles.bars}>
      {uses.map((use) => (
        <li key={`${use.unit.code} ${use.person}`}>
          <div className={styles.name}>
            <strong>{use.person === '' ? use.unit.name : use.person}</strong>
            {use.person !== '' && <span className={styles.soft}>{use.unit.name}</span>}
            {misused(use) && <Tag meaning="act">{t.misused}</Tag>}
          </div>
          <div className={styles.bar} aria-hidden="true">
            <i data-part="right" style={{ width: `${((use.raised - use.wrong) / most) * 100}%` }} />
            <i data-part="wrong" style={{ width: `${(use.wrong / most) * 100}%` }} />
          </div>
          <div>
            {t.raisedOf(
              sayNumber(use.raised),
              sayNumber(use.wrong),
              `${Math.round(wrongShare(use) * 100)} %`,
            )}
            {use.wrong > 0 && (
              <span className={styles.soft}>
                {' '}
                {t.wrongParts(sayNumber(use.lowered), sayNumber(use.unjustified))}
              </span>
            )}
          </div>
        </li>
      ))}
    </ul>
  )
}
