import { type ReactNode, useId } from 'react'
import styles from './Claim.module.css'

interface Props {
  title: string
  hint?: string
  wrong?: string | undefined
  /** Takes what ties it to its title, hint and complaint. */
  children: (tied: { id: string; 'aria-describedby': string; 'aria-invalid': boolean }) => ReactNode
}

/** One thing that is asked, with what is wrong about it right below. */
export function Field({ title, hint, wrong, children }: Props) {
  const id = useId()
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{title}</label>
      {children({ id, 'aria-describedby': `${id}-hint`, 'aria-invalid': wrong !== undefined })}
      <p id={`${id}-hint`} className={wrong === undefined ? styles.soft : styles.wrong}>
        {wrong ?? hint ?? ''}
      </p>
    </div>
  )
}
