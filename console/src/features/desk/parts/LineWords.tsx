import { Button } from 'antd'
import { deskCopy } from '../copy'
import { useLine, useRooms } from '../talk/useTalk'
import styles from './LineWords.module.css'

/** Says in words when messages do not come and go. */
export function LineWords() {
  const t = deskCopy.use()
  const line = useLine()
  const { talk } = useRooms()
  if (line === 'OPEN' || line === 'CLOSED') return null
  return (
    <p role="status" className={styles.line} data-line={line}>
      {t.line[line]}
      {line === 'MOVED' && (
        <Button size="small" onClick={() => talk.reopen()}>
          {t.reopen}
        </Button>
      )}
    </p>
  )
}
