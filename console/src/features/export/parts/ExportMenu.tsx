import { DownloadOutlined } from '@ant-design/icons'
import { App, Button, Popover } from 'antd'
import { useEffect, useRef, useState } from 'react'
import type { Query } from '../../../api/client'
import type { ExportJob } from '../../../api/types'
import { useLocale } from '../../../shared/i18n'
import { useShortcut } from '../../../shared/keyboard'
import { sayProblem } from '../../../shared/problems'
import { useCan } from '../../identity'
import { useExports, useOrderExport } from '../api'
import { exportCopy } from '../copy'
import { isOpen, justReady, percentOf } from '../model'
import styles from './ExportMenu.module.css'
import { ExportRow } from './ExportRow'

interface Props {
  /** The name of the list in the API. */
  list: string
  /** What the file is called. */
  title: string
  /** What narrows the list now. */
  query: Query
}

/** Orders an export of the list before the reader, shows how far it is, and hands the file out. */
export function ExportMenu(props: Props) {
  return useCan()('list.export') ? <Menu {...props} /> : null
}

function Menu({ list, title, query }: Props) {
  const t = exportCopy.use()
  const locale = useLocale()
  const { message } = App.useApp()
  const [open, setOpen] = useState(false)
  const jobs = useExports(true)
  const order = useOrderExport()
  const running = jobs.data?.find(isOpen)
  useTellWhenReady(jobs.data)

  function send() {
    order.mutate(
      { list, title, query, locale },
      {
        onSuccess: () => {
          setOpen(true)
          message.success(t.ordered)
        },
        onError: (problem) => message.error(sayProblem(problem)),
      },
    )
  }
  useShortcut('e', t.order, send)

  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      trigger="click"
      placement="bottomRight"
      content={
        <div className={styles.menu}>
          <p className={styles.soft}>{t.orderHint}</p>
          <Button type="primary" loading={order.isPending} onClick={send}>
            {t.order}
          </Button>
          <h3>{t.list}</h3>
          {jobs.data?.length === 0 && <p className={styles.soft}>{t.none}</p>}
          <ul>
            {jobs.data?.slice(0, 8).map((job) => (
              <ExportRow key={job.id} job={job} />
            ))}
          </ul>
          <p className={styles.soft}>{t.kept}</p>
        </div>
      }
    >
      <Button icon={<DownloadOutlined />} aria-live="polite">
        {running === undefined ? t.export : t.running(`${percentOf(running)}%`)}
      </Button>
    </Popover>
  )
}

function useTellWhenReady(jobs: ExportJob[] | undefined) {
  const t = exportCopy.use()
  const { message } = App.useApp()
  const before = useRef(jobs)
  useEffect(() => {
    for (const job of justReady(before.current, jobs)) message.success(t.ready(job.title))
    before.current = jobs
  }, [jobs, message, t])
}
