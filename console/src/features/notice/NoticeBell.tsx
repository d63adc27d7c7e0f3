import { BellOutlined } from '@ant-design/icons'
import { Badge, Button, Popover } from 'antd'
import { useState } from 'react'
import { useShortcut } from '../../shared/keyboard'
import { useNotices } from './api'
import { noticeCopy } from './copy'
import { NoticeList } from './parts/NoticeList'

/** The bell with what is unread; the list opens under it. */
export function NoticeBell() {
  const t = noticeCopy.use()
  const [open, setOpen] = useState(false)
  const notices = useNotices()
  useShortcut('Escape', t.close, () => setOpen(false), { enabled: open, whileTyping: true })
  const unread = notices.data?.unread ?? 0
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      trigger="click"
      placement="bottomRight"
      content={<NoticeList onLeave={() => setOpen(false)} />}
      styles={{ container: { padding: 0 } }}
    >
      <Button
        type="text"
        aria-label={t.bell(unread)}
        aria-expanded={open}
        icon={<BellIcon unread={unread} />}
      />
    </Popover>
  )
}

function BellIcon({ unread }: { unread: number }) {
  return (
    <Badge count={unread} size="small" overflowCount={99} offset={[9, 1]}>
      <BellOutlined style={{ fontSize: 17 }} />
    </Badge>
  )
}
