import { Button } from 'antd'
import type { ReactNode } from 'react'
import { getLocale, setLocale } from '../../../shared/i18n'
import { usePageTitle } from '../../../shared/ui'
import { identityCopy } from '../copy'
import styles from './OpenPage.module.css'

/** The frame of pages before sign-in. */
export function OpenPage({ title, children }: { title: string; children: ReactNode }) {
  const t = identityCopy.use()
  usePageTitle(title)
  return (
    <main className={styles.page}>
      <div className={styles.card}>
        <div className={styles.brand}>
          <img src="/waypost.svg" alt="" width="40" height="40" />
          <div>
            <strong>驿路 Waypost</strong>
            <p>{t.slogan}</p>
          </div>
        </div>
        <h1>{title}</h1>
        {children}
      </div>
      <Button type="link" onClick={() => setLocale(getLocale() === 'en' ? 'zh-CN' : 'en')}>
        {getLocale() === 'en' ? '中文' : 'English'}
      </Button>
    </main>
  )
}
