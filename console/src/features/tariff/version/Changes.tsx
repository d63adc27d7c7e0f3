import { Button } from 'antd'
import { useMemo, useState } from 'react'
import type { Tariff } from '../../../api/types'
import { useLocale } from '../../../shared/i18n'
import { ErrorState, Section, SkeletonRows } from '../../../shared/ui'
import styles from '../../../shared/version/Version.module.css'
import { useAllDivisions } from '../../network'
import { useTariff } from '../api'
import { codeOf, nameOf } from '../quote/divisions'
import { tariffCopy } from './copy'
import { changesOf, factsOf } from './facts'

const SHOWN = 10

/** What the version would change of the one in force, as it is written by now. */
export function Changes({ inForce, body }: { inForce: number; body: Tariff }) {
  const t = tariffCopy.use()
  const locale = useLocale()
  const { data, error, refetch } = useTariff(inForce)
  const divisions = useAllDivisions().data
  const [all, setAll] = useState(false)
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is said depends on the language
  const changes = useMemo(() => {
    if (data === undefined) return null
    const area = (code: string) => nameOf(divisions ?? [], codeOf(code))
    return changesOf(factsOf(data.body, area), factsOf(body, area))
  }, [data, body, divisions, locale])
  return (
    <Section title={t.changesTitle(inForce)}>
      {error !== null && data === undefined && (
        <ErrorState error={error} over onRetry={() => void refetch()} />
      )}
      {changes === null && error === null && <SkeletonRows rows={2} />}
      {changes?.length === 0 && <p className={styles.soft}>{t.noChange}</p>}
      {changes !== null && changes.length > 0 && (
        <ul className={styles.changes}>
          {changes.slice(0, all ? changes.length : SHOWN).map(({ place, before, after }) => (
            <li key={`${place} ${before} ${after}`}>
              {t.change(place, before ?? t.nothing, after ?? t.nothing)}
            </li>
          ))}
        </ul>
      )}
      {changes !== null && !all && changes.length > SHOWN && (
        <Button type="link" size="small" onClick={() => setAll(true)}>
          {t.changesMore(changes.length - SHOWN)}
        </Button>
      )}
    </Section>
  )
}
