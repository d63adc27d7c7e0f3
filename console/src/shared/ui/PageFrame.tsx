import { type ReactNode, useEffect } from 'react'
import { cx } from './cx'
import styles from './PageFrame.module.css'

interface Props {
  title: string
  /** Beside the title: counts, time left. */
  aside?: ReactNode
  actions?: ReactNode
  /** Fills the window and scrolls inside; otherwise the page scrolls. */
  fill?: boolean
  children: ReactNode
}

export function PageFrame({ title, aside, actions, fill = false, children }: Props) {
  useEffect(() => {
    document.title = `${title} · 驿路`
  }, [title])
  return (
    <div className={cx(styles.page, fill && styles.fill)}>
      <header className={styles.header}>
        <h1>{title}</h1>
        {aside !== undefined && <div className={styles.aside}>{aside}</div>}
        {actions !== undefined && <div className={styles.actions}>{actions}</div>}
      </header>
      {children}
    </div>
  )
}

export function Section({
  title,
  extra,
  flush = false,
  children,
}: {
  title: string
  extra?: ReactNode
  flush?: boolean
  children: ReactNode
}) {
  return (
    <section className={styles.section} aria-label={title}>
      <header>
        <h2>{title}</h2>
        {extra}
      </header>
      <div className={cx(!flush && styles.body)}>{children}</div>
    </section>
  )
}
