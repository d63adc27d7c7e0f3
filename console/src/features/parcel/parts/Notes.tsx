import type { Note, Pause } from '../../../api/types'
import { useBusinessNow } from '../../../shared/clock/clock'
import { sayTime } from '../../../shared/time'
import { parcelCopy } from '../copy'
import styles from './Lists.module.css'

export function Notes({ notes }: { notes: Note[] }) {
  const t = parcelCopy.use()
  const now = useBusinessNow()
  if (notes.length === 0) {
    return <p className={styles.none}>{t.notesNone}</p>
  }
  return (
    <ul className={styles.list}>
      {notes.toReversed().map((note) => (
        <li key={note.id}>
          <p>{note.text}</p>
          <p className={styles.meta}>
            {note.by.name} · <span className="tabular">{sayTime(note.at, now)}</span>
          </p>
        </li>
      ))}
    </ul>
  )
}

export function Pauses({ pauses }: { pauses: Pause[] }) {
  const t = parcelCopy.use()
  const now = useBusinessNow()
  if (pauses.length === 0) {
    return <p className={styles.none}>{t.pausesNone}</p>
  }
  return (
    <ul className={styles.list}>
      {pauses.toReversed().map((pause) => (
        <li key={pause.id}>
          <p className="tabular">
            {t.pauseLine(
              t.pause[pause.reason],
              sayTime(pause.from, now),
              pause.until === null ? t.openEnd : sayTime(pause.until, now),
            )}
          </p>
          <p className={styles.meta}>{t.pauseBy[pause.by]}</p>
        </li>
      ))}
    </ul>
  )
}
