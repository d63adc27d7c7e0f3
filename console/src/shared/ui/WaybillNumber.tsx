import { App } from 'antd'
import { uiCopy } from './copy'
import styles from './WaybillNumber.module.css'
import { groupWaybill } from './waybill'

/** A waybill number grouped for reading aloud; a click copies the plain number. */
export function WaybillNumber({ waybill, large = false }: { waybill: string; large?: boolean }) {
  const { message } = App.useApp()
  const t = uiCopy.use()

  async function copy() {
    try {
      await navigator.clipboard.writeText(waybill)
      message.success(t.copied)
    } catch {
      message.warning(t.copyFailed)
    }
  }

  return (
    <button
      type="button"
      className={large ? `${styles.waybill} ${styles.large}` : styles.waybill}
      aria-label={t.copyWaybill(waybill)}
      title={t.copyWaybill(waybill)}
      onClick={(event) => {
        event.stopPropagation()
        void copy()
      }}
    >
      <WaybillDigits waybill={waybill} />
    </button>
  )
}

/** The same grouping without the click, for inside a button or link. */
export function WaybillDigits({ waybill }: { waybill: string }) {
  // Gaps are margins, so that selecting by hand yields the plain number too.
  return (
    <span className={styles.digits}>
      {groupWaybill(waybill).map((group, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: groups of one number never move
        <span key={index}>{group}</span>
      ))}
    </span>
  )
}
