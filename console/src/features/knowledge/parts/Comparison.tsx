import { Button } from 'antd'
import type { ArticleBody } from '../../../api/types'
import { Section } from '../../../shared/ui'
import { knowledgeCopy } from '../copy'
import styles from '../Knowledge.module.css'
import { differences, differing } from '../model'
import { sayPart } from '../words'

interface Props {
  version: number
  before: ArticleBody
  after: ArticleBody
  onClose: () => void
}

/** What an earlier version said and this one does not, and the other way round. */
export function Comparison({ version, before, after, onClose }: Props) {
  const t = knowledgeCopy.use()
  const parts = differing(before, after)
  return (
    <Section
      title={t.compareWith(version)}
      extra={
        <Button size="small" onClick={onClose}>
          {t.closeCompare}
        </Button>
      }
    >
      {parts.length === 0 && <p className={styles.soft}>{t.same}</p>}
      <dl className={styles.differs}>
        {parts.map((part) => (
          <div key={part}>
            <dt>{t.differs[part]}</dt>
            <dd>
              {differences(sayPart(before, part), sayPart(after, part)).map((piece, at) => {
                const key = `${at} ${piece.kind}`
                if (piece.kind === 'gone') return <del key={key}>{piece.text}</del>
                return piece.kind === 'new' ? (
                  <ins key={key}>{piece.text}</ins>
                ) : (
                  <span key={key}>{piece.text}</span>
                )
              })}
            </dd>
          </div>
        ))}
      </dl>
    </Section>
  )
}
