import type { Explanation } from '../../../api/types'
import { useLocale } from '../../../shared/i18n'
import { sayFen } from '../../../shared/money'
import { claimCopy } from '../copy'
import styles from './Tree.module.css'

/** Where an amount comes from: each part with its sentence, the passage it stands on and what went in. */
export function Tree({ parts }: { parts: Explanation[] }) {
  const t = claimCopy.use()
  const english = useLocale() === 'en'
  return (
    <ul className={styles.tree}>
      {parts.map((part) => (
        <li key={`${part.rule} ${part.chinese}`}>
          <div className={styles.node}>
            <b className="tabular">{sayFen(part.fen)}</b>
            <span>{english ? part.english : part.chinese}</span>
            {part.inputs.length > 0 && (
              <span className={styles.small}>
                {part.inputs.map((input) => `${input.name} ${input.value}`).join(' · ')}
              </span>
            )}
            {part.article !== '' && <span className={styles.small}>{part.article}</span>}
            {part.source !== '' && (
              <span className={styles.small}>{t.assessment.source(part.source, t.grades[part.grade])}</span>
            )}
          </div>
          {part.children.length > 0 && <Tree parts={part.children} />}
        </li>
      ))}
    </ul>
  )
}
