import { useMemo } from 'react'
import type { ClaimBook } from '../../../api/types'
import { useLocale } from '../../../shared/i18n'
import { ErrorState, Section, SkeletonRows } from '../../../shared/ui'
import { useStandard } from './api'
import { changesOf } from './changes'
import { standardCopy } from './copy'
import styles from './Standard.module.css'

/** What the version would change of the one in force, as it is written by now. */
export function Changes({ inForce, body }: { inForce: number; body: ClaimBook }) {
  const t = standardCopy.use()
  const locale = useLocale()
  const { data, error, refetch } = useStandard(inForce)
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is said depends on the language
  const changes = useMemo(() => data && changesOf(data.body, body), [data, body, locale])
  return (
    <Section title={t.changesTitle(inForce)}>
      {error !== null && data === undefined && (
        <ErrorState error={error} over onRetry={() => void refetch()} />
      )}
      {changes === undefined && error === null && <SkeletonRows rows={2} />}
      {changes?.length === 0 && <p className={styles.soft}>{t.noChange}</p>}
      <ul className={styles.changes}>
        {changes?.map((change) => (
          <li key={change}>{change}</li>
        ))}
      </ul>
    </Section>
  )
}
