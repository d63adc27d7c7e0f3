import type { ReactNode } from 'react'
import { Link } from 'react-router'
import type { Hit } from '../../../api/types'
import { getLocale } from '../../../shared/i18n'
import { Tag } from '../../../shared/ui'
import { knowledgeCopy } from '../copy'
import styles from '../Knowledge.module.css'

/** An answer with where it comes from and of which day that is. */
export function HitCard({ hit, to, children }: { hit: Hit; to?: string; children?: ReactNode }) {
  const t = knowledgeCopy.use()
  return (
    <>
      <span className={styles.head}>
        <strong>{to === undefined ? hit.title : <Link to={to}>{hit.title}</Link>}</strong>
        {hit.standard && <Tag meaning="watch">{t.standard}</Tag>}
        {hit.audience === 'AGENTS' && <Tag meaning="act">{t.audience.AGENTS}</Tag>}
      </span>
      <p className={styles.text}>{hit.text}</p>
      {getLocale() !== 'zh-CN' && hit.english !== null && <p className={styles.text}>{hit.english}</p>}
      <span className={styles.soft}>
        {t.number(hit.number)} v{hit.version} · {t.source(hit.source.name, hit.source.date)}
      </span>
      {children}
    </>
  )
}
