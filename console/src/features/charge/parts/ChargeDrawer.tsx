import { Drawer } from 'antd'
import { FileSource, FileTiles } from '../../../shared/files'
import { ErrorState, Section, SkeletonRows } from '../../../shared/ui'
import { useCharge } from '../api'
import { chargeCopy } from '../copy'
import { Actions } from './Actions'
import { Chain } from './Chain'
import { ChargeFacts } from './ChargeFacts'
import { ChargeHistory } from './ChargeHistory'
import styles from './Drawer.module.css'
import { Head } from './Head'
import { ShareBar } from './ShareBar'
import { Sides } from './Sides'
import { Why } from './Why'

/** A charge whole: what can be done until when, who bears how much and why, and what was said. */
export function ChargeDrawer({ id, onClose }: { id: string; onClose: () => void }) {
  const t = chargeCopy.use()
  const { data: view, error, refetch } = useCharge(id)
  return (
    <Drawer
      open
      onClose={onClose}
      size="min(820px, 100vw)"
      title={view === undefined ? t.title : t.charge(view.charge.claimNumber)}
    >
      {error !== null && (
        <ErrorState error={error} over={view !== undefined} onRetry={() => void refetch()} />
      )}
      {view === undefined && error === null && <SkeletonRows rows={12} />}
      {view !== undefined && (
        <>
          <Head charge={view.charge} />
          <Actions view={view} />
          <div className={styles.parts}>
            <ShareBar view={view} />
            <ChargeFacts charge={view.charge} />
            <Why view={view} />
            <Chain view={view} />
            <Sides view={view} />
            <Section title={t.files}>
              {view.files.length === 0 ? (
                <p className={styles.faint}>{t.noFiles}</p>
              ) : (
                <FileTiles files={view.files} source={(file) => <FileSource file={file} />} />
              )}
            </Section>
            <Section title={t.history}>
              <ChargeHistory entries={view.history} />
            </Section>
          </div>
        </>
      )}
    </Drawer>
  )
}
