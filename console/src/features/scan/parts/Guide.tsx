import type { ScanType } from '../../../api/types'
import { Section } from '../../../shared/ui'
import { parcelCopy } from '../../parcel'
import { scanCopy } from '../copy'
import styles from '../ImportsPage.module.css'
import { INFORMATIONAL, REQUIRED, SAMPLE } from '../model'

/** What a file must look like, column by column and code by code. */
export function Guide() {
  const t = scanCopy.use()
  const scans = Object.entries(parcelCopy.use().scan) as [ScanType, string][]
  const moving = scans.filter(([code]) => !INFORMATIONAL.includes(code))
  const telling = scans.filter(([code]) => INFORMATIONAL.includes(code))
  return (
    <Section
      title={t.guide}
      extra={
        <a
          href={`data:text/csv;charset=utf-8,${encodeURIComponent(`\uFEFF${SAMPLE}`)}`}
          download="scans-sample.csv"
        >
          {t.sample}
        </a>
      }
    >
      <div className={styles.guide}>
        <p className={styles.soft}>{t.guideCsv}</p>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t.column}</th>
              <th scope="col">{t.meaning}</th>
            </tr>
          </thead>
          <tbody>
            {Object.entries(t.columns).map(([name, meaning]) => (
              <tr key={name}>
                <td>
                  <code>{name}</code>
                </td>
                <td>
                  {meaning} {REQUIRED.includes(name) && <span className={styles.wrong}>{t.required}</span>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        <h3>{t.codes(t.counts)}</h3>
        <Codes scans={moving} />
        <h3>{t.codes(t.notCounts)}</h3>
        <Codes scans={telling} />
      </div>
    </Section>
  )
}

function Codes({ scans }: { scans: [ScanType, string][] }) {
  return (
    <ul className={styles.codes}>
      {scans.map(([code, words]) => (
        <li key={code}>
          <code>{code}</code> {words}
        </li>
      ))}
    </ul>
  )
}
