import { Button } from 'antd'
import type { ReactNode } from 'react'
import { ApiProblem } from '../../api/problem'
import { sayProblem } from '../problems'
import { uiCopy } from './copy'
import styles from './States.module.css'

/** Nothing here, and what that means or what to do: never a bare "no data". */
export function EmptyState({
  title,
  children,
  action,
}: {
  title: string
  children?: ReactNode
  action?: ReactNode
}) {
  return (
    <div className={styles.state}>
      <svg width="88" height="40" viewBox="0 0 88 40" aria-hidden="true" fill="none">
        <path
          d="M6 30c18 0 20-20 38-20h38"
          stroke="var(--line-strong)"
          strokeWidth="2"
          strokeDasharray="3 5"
        />
        <circle cx="6" cy="30" r="4" fill="var(--surface)" stroke="var(--line-strong)" strokeWidth="2" />
        <circle cx="82" cy="10" r="4" fill="var(--accent-soft)" stroke="var(--accent)" strokeWidth="2" />
      </svg>
      <h2>{title}</h2>
      {children !== undefined && <div className={styles.words}>{children}</div>}
      {action}
    </div>
  )
}

/** Nothing was being done when a page fails to load, so nothing can be said to be undone. */
function sayWhy(error: unknown, loadFailed: string): string {
  return !(error instanceof ApiProblem) || error.status === 500 ? loadFailed : sayProblem(error)
}

/** It could not be shown: why, and a way on. With `over` it stands above data that is still there. */
export function ErrorState({
  error,
  onRetry,
  over = false,
}: {
  error: unknown
  onRetry?: () => void
  over?: boolean
}) {
  const t = uiCopy.use()
  if (over) {
    return (
      <div role="alert" className={styles.over}>
        <span>
          {sayWhy(error, t.loadFailed)} {t.stale}
        </span>
        {onRetry && (
          <Button size="small" onClick={onRetry}>
            {t.retry}
          </Button>
        )}
      </div>
    )
  }
  return (
    <div role="alert" className={styles.state}>
      <h2>{t.failedTitle}</h2>
      <div className={styles.words}>{sayWhy(error, t.loadFailed)}</div>
      {onRetry && <Button onClick={onRetry}>{t.retry}</Button>}
    </div>
  )
}

/** Grey lines where rows will be; the layout does not jump when they arrive. */
export function SkeletonRows({ rows = 8, height = 34 }: { rows?: number; height?: number }) {
  const t = uiCopy.use()
  const widths = [72, 58, 83, 64, 77, 49, 69, 88]
  return (
    <div role="status" aria-label={t.loading} className={styles.skeleton}>
      {Array.from({ length: rows }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: placeholders have no identity
        <div key={index} style={{ height }}>
          <i style={{ width: `${widths[index % widths.length]}%` }} />
        </div>
      ))}
    </div>
  )
}
