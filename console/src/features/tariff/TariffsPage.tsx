import { PageFrame } from '../../shared/ui'
import { useTariffs } from './api'
import { QuoteBox } from './quote/QuoteBox'
import styles from './TariffsPage.module.css'
import { tariffCopy } from './version/copy'
import { Versions } from './version/Versions'

/** What a parcel costs and by when it is there, and the versions of the prices that this follows. */
export default function TariffsPage() {
  const t = tariffCopy.use()
  const { data } = useTariffs()
  return (
    <PageFrame title={t.title}>
      {data !== undefined && data.inForce === null && (
        <div role="alert" className={styles.notice}>
          <strong>{t.noneTitle}</strong>
          <span>{t.none}</span>
        </div>
      )}
      <QuoteBox />
      <Versions />
    </PageFrame>
  )
}
