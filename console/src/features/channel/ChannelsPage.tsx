import { Button } from 'antd'
import { useState } from 'react'
import type { ChannelAccount, MessageChannel } from '../../api/types'
import { sayProblem } from '../../shared/problems'
import { sayTime } from '../../shared/time'
import { cx, ErrorState, PageFrame, SkeletonRows, Tag } from '../../shared/ui'
import { useUnitName } from '../../shared/units'
import { AccountDrawer } from './AccountDrawer'
import { useChannels, useReadAgain, useTrial } from './api'
import styles from './ChannelsPage.module.css'
import { channelCopy } from './copy'

type Editing = { channel: MessageChannel; account: ChannelAccount | null }

/** The accounts on which customers write to us, and how each of them does. */
export default function ChannelsPage() {
  const t = channelCopy.use()
  const { data, error, refetch } = useChannels()
  const [editing, setEditing] = useState<Editing | null>(null)
  return (
    <PageFrame title={t.title}>
      <p className={styles.intro}>{t.intro}</p>
      {error !== null && (
        <ErrorState error={error} over={data !== undefined} onRetry={() => void refetch()} />
      )}
      {data === undefined && error === null && <SkeletonRows rows={6} height={64} />}
      {data?.map((channel) => (
        <section key={channel.channel} className={styles.channel}>
          <div className={styles.head}>
            <h2>{t.channel[channel.channel]}</h2>
            <p>{t.about[channel.channel]}</p>
            <Button size="small" onClick={() => setEditing({ channel, account: null })}>
              {t.add}
            </Button>
          </div>
          <ul className={styles.accounts}>
            {channel.accounts.length === 0 && <li className={styles.account}>{t.none}</li>}
            {channel.accounts.map((account) => (
              <Account
                key={account.key}
                account={account}
                onChange={() => setEditing({ channel, account })}
              />
            ))}
          </ul>
        </section>
      ))}
      {editing !== null && (
        <AccountDrawer channel={editing.channel} account={editing.account} onClose={() => setEditing(null)} />
      )}
    </PageFrame>
  )
}

function Account({ account, onChange }: { account: ChannelAccount; onChange: () => void }) {
  const t = channelCopy.use()
  const trial = useTrial()
  const again = useReadAgain()
  const unit = useUnitName(account.unit)
  const { health } = account
  const when = (at: string | null) => (at === null ? t.never : sayTime(at, Date.now()))
  return (
    <li className={styles.account}>
      <span className={styles.name}>
        <strong>{account.name}</strong> {!account.active && <Tag>{t.off}</Tag>}
        <small>{t.answeredBy(unit)}</small>
      </span>
      <span className={styles.facts}>
        <span>
          {t.lastIn} {when(health.lastIn)}
        </span>
        <span>
          {t.lastOut} {when(health.lastOut)}
        </span>
        {health.waiting > 0 && <Tag meaning="watch">{t.waiting(health.waiting)}</Tag>}
        {health.unsent > 0 && <Tag meaning="watch">{t.unsent(health.unsent)}</Tag>}
        {health.undelivered > 0 && <Tag meaning="act">{t.undelivered(health.undelivered)}</Tag>}
        {health.dropped > 0 && <Tag>{t.dropped(health.dropped)}</Tag>}
        {health.failed > 0 && (
          <>
            <Tag meaning="act">{t.failed(health.failed)}</Tag>
            <Button size="small" type="link" loading={again.isPending} onClick={() => again.mutate(account)}>
              {t.readAgain}
            </Button>
          </>
        )}
      </span>
      <span className={styles.actions}>
        <Button size="small" loading={trial.isPending} onClick={() => trial.mutate(account)}>
          {t.trial}
        </Button>
        <Button size="small" onClick={onChange}>
          {t.change}
        </Button>
      </span>
      {account.trouble !== null && trial.data === undefined && (
        <Result good={false}>{account.trouble}</Result>
      )}
      {trial.data !== undefined && <Result good={trial.data.works}>{trial.data.words ?? t.works}</Result>}
      {trial.error !== null && <Result good={false}>{sayProblem(trial.error)}</Result>}
    </li>
  )
}

function Result({ good, children }: { good: boolean; children: string }) {
  return (
    <p role="status" className={cx(styles.result, good ? styles.good : styles.bad)}>
      {children}
    </p>
  )
}
