import { Drawer } from 'antd'
import { FileTiles } from '../../../shared/files'
import { ErrorState, Section, SkeletonRows } from '../../../shared/ui'
import { useClaim } from '../api'
import { claimCopy } from '../copy'
import { Actions } from './Actions'
import { AssessmentBox } from './AssessmentBox'
import { Claimant } from './Claimant'
import styles from './Drawer.module.css'
import { FactsBox } from './FactsBox'
import { Head } from './Head'
import { History } from './History'
import { ParcelBrief } from './ParcelBrief'
import { QuickBox } from './QuickBox'
import { Doubts, Signals } from './Signals'

/** A claim whole: what is to be done, why so much is owed, and everything that happened. */
export function ClaimDrawer({ id, onClose }: { id: string; onClose: () => void }) {
  const t = claimCopy.use()
  const { data: view, error, refetch } = useClaim(id)
  const words: Record<string, string> = t.evidence
  return (
    <Drawer
      open
      onClose={onClose}
      size="min(860px, 100vw)"
      title={view === undefined ? t.title : t.claim(view.row.number)}
    >
      {error !== null && (
        <ErrorState error={error} over={view !== undefined} onRetry={() => void refetch()} />
      )}
      {view === undefined && error === null && <SkeletonRows rows={12} />}
      {view !== undefined && (
        <>
          <Head view={view} />
          <QuickBox key={`quick ${view.row.version}`} view={view} />
          <Actions view={view} />
          <div className={styles.parts}>
            <Doubts view={view} />
            <Signals view={view} />
            <AssessmentBox assessment={view.assessment} />
            <FactsBox view={view} />
            <Claimant view={view} />
            <ParcelBrief view={view} />
            <Section title={t.files}>
              {view.files.length === 0 ? (
                <p className={styles.faint}>{t.noFiles}</p>
              ) : (
                <FileTiles
                  files={view.files}
                  source={(file) => (
                    <span className={styles.faint}>
                      {file.purpose === null ? file.by : (words[file.purpose] ?? file.by)}
                    </span>
                  )}
                />
              )}
            </Section>
            <Section title={t.history}>
              <History steps={view.steps} />
            </Section>
          </div>
        </>
      )}
    </Drawer>
  )
}
