import { Button, Drawer, Timeline } from 'antd'
import { useState } from 'react'
import type { Contact } from '../../../api/types'
import { exactTime } from '../../../shared/time'
import { EmptyState, ErrorState, SkeletonRows } from '../../../shared/ui'
import { useContact } from '../api'
import { whyCopy } from './copy'
import { tell } from './why'

/** Opens why a contact went where it went. */
export function WhyButton({ contact }: { contact: Contact }) {
  const t = whyCopy.use()
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button size="small" type="link" onClick={() => setOpen(true)}>
        {t.button}
      </Button>
      {open && <WhyDrawer contact={contact} onClose={() => setOpen(false)} />}
    </>
  )
}

export function WhyDrawer({ contact, onClose }: { contact: Contact; onClose: () => void }) {
  const t = whyCopy.use()
  const { data, error, refetch } = useContact(contact.id)
  const told = data === undefined ? [] : tell(data)
  return (
    <Drawer open title={t.title(contact.customer.name)} size={520} onClose={onClose}>
      {data === undefined &&
        (error === null ? (
          <SkeletonRows rows={6} />
        ) : (
          <ErrorState error={error} onRetry={() => void refetch()} />
        ))}
      {data !== undefined && told.length === 0 && <EmptyState title={t.empty} />}
      <Timeline
        items={told.map((one, at) => ({
          key: `${one.at} ${at}`,
          content: (
            <>
              <strong>{one.head}</strong>
              <div style={{ color: 'var(--text-soft)', fontSize: 12 }} className="tabular">
                {exactTime(one.at)}
              </div>
              {one.more.map((line) => (
                <div key={line}>{line}</div>
              ))}
            </>
          ),
        }))}
      />
    </Drawer>
  )
}
