import { type ReactNode, useEffect } from 'react'
import { uiCopy } from './copy'
import { cx } from './cx'
import styles from './PageFrame.module.css'

interface Props {
  title: string
  /** The title is said to screen readers only: the page shows the same thing better. */
  titleHidden?: boolean
  /** Beside the title: counts, time left. */
  aside?: ReactNode
  actions?: ReactNode
  /** Fills the window and scrolls inside; otherwise the page scrolls. */
  fill?: boolean
  children: ReactNode
}

/** What the browser's tab says. */
export function usePageTitle(title: string): void {
  const { brand } = uiCopy.use()
  useEffect(() => {
    document.title = `${title} · ${brand}`
  }, [title, brand])
}

export function PageFrame({ title, titleHidden = false, aside, actions, fill = false, children }: Props) {
  usePageTitle(title)
  return (
    <div className={cx(styles.page, fill && styles.fill)}>
      <header className={styles.header}>
        <h1 className={cx(titleHidden && 'visually-hidden')}>{title}</h1>
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
