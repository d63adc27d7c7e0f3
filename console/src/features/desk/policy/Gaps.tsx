import type { PolicyGap, PolicyMatter } from '../../../api/types'
import { policyCopy } from './copy'
import styles from './Policy.module.css'
import { sayLanguage, sayMatterOf, saySkill } from './words'

const SHOWN = 6

/** Contacts that nobody could ever take: said before they come. */
export function Gaps({ gaps, matters }: { gaps: PolicyGap[]; matters: PolicyMatter[] }) {
  const t = policyCopy.use()
  if (gaps.length === 0) return null
  const alone = new Set(gaps.filter((gap) => gap.matter === 'GENERAL').map((gap) => gap.language))
  const say = (gap: PolicyGap) => {
    const matter = sayMatterOf(gap.matter, matters)
    if (gap.language === null) return t.gap(matter, saySkill(gap.skill), gap.least)
    return alone.has(gap.language) && gap.matter === 'GENERAL'
      ? t.gapLanguage(sayLanguage(gap.language), gap.least)
      : t.gapPair(matter, sayLanguage(gap.language))
  }
  return (
    <div className={styles.gaps} role="alert">
      <strong>{t.gapsTitle}</strong>
      <ul>
        {gaps.slice(0, SHOWN).map((gap) => (
          <li key={`${gap.matter} ${gap.language}`}>{say(gap)}</li>
        ))}
        {gaps.length > SHOWN && <li>{t.moreGaps(gaps.length - SHOWN)}</li>}
      </ul>
      <span className={styles.soft}>{t.gapsHint}</span>
    </div>
  )
}
