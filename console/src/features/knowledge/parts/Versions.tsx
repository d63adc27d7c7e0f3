import { Button } from 'antd'
import type { Article, ArticleVersionRow } from '../../../api/types'
import { useBusinessNow } from '../../../shared/clock/clock'
import { sayTime } from '../../../shared/time'
import { Section, Tag } from '../../../shared/ui'
import { knowledgeCopy } from '../copy'
import styles from '../Knowledge.module.css'

/** Who wrote what came with the software. */
const PACKAGED = 'Waypost'

interface Props {
  article: Article
  shown: number | null
  onShow: (version: number) => void
  onCompare: (version: number) => void
}

/** What was said when, by whom, and who looked at it. */
export function Versions({ article, shown, onShow, onCompare }: Props) {
  const t = knowledgeCopy.use()
  return (
    <Section title={t.versions} flush>
      <ol className={styles.versions}>
        {article.versions.map((row) => (
          <li key={row.version} aria-current={row.version === shown}>
            <span className={styles.head}>
              <strong>{t.version(row.version)}</strong>
              <Tag
                meaning={
                  row.inForce
                    ? 'good'
                    : row.state === 'RETIRED' || row.state === 'DROPPED'
                      ? 'plain'
                      : 'watch'
                }
              >
                {row.inForce ? t.inForceTag : row.end !== null ? t.end[row.end] : t.state[row.state]}
              </Tag>
            </span>
            <Told row={row} />
            {row.version !== shown && (
              <span className={styles.actions}>
                <Button size="small" onClick={() => onShow(row.version)}>
                  {t.read}
                </Button>
                <Button size="small" onClick={() => onCompare(row.version)}>
                  {t.compare}
                </Button>
              </span>
            )}
          </li>
        ))}
      </ol>
    </Section>
  )
}

function Told({ row }: { row: ArticleVersionRow }) {
  const t = knowledgeCopy.use()
  const now = useBusinessNow()
  if (row.author === PACKAGED) return <span className={styles.soft}>{t.packaged}</span>
  return (
    <>
      {row.note !== '' && <span>{row.note}</span>}
      <span className={styles.soft}>{t.wrote(row.author, sayTime(row.madeAt, now))}</span>
      {row.approver !== null && row.approvedAt !== null && (
        <span className={styles.soft}>{t.checked(row.approver, sayTime(row.approvedAt, now))}</span>
      )}
      {row.reason !== '' && (
        <span className={styles.soft}>{(row.state === 'DRAFT' ? t.gaveBack : t.why)(row.reason)}</span>
      )}
    </>
  )
}
