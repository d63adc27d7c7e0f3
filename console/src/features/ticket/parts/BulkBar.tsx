import { App, Button, Form, Input, Modal, Progress, Select } from 'antd'
import { useState } from 'react'
import type { Query } from '../../../api/client'
import type { Permission } from '../../../api/permissions'
import type { BulkReport, CloseReason, TicketRow, UrgentReason } from '../../../api/types'
import { useShortcut } from '../../../shared/keyboard'
import { sayCode, sayProblem } from '../../../shared/problems'
import { sayNumber } from '../../../shared/time'
import { useCan } from '../../identity'
import {
  BULK_ACTIONS,
  type BulkAction,
  type BulkOrder,
  MOST_BY_FILTER,
  rowsUrl,
  useBulk,
  useBulkReport,
} from '../bulk'
import { ticketCopy } from '../copy'
import { URGENT_REASONS } from '../model'
import type { Selection } from '../useSelection'
import styles from './BulkBar.module.css'
import { ColleaguePicker } from './ColleaguePicker'
import { KindPicker } from './KindPicker'

const NEEDS: Record<BulkAction, Permission> = {
  NOTE: 'ticket.note',
  URGE: 'ticket.open',
  URGENT: 'ticket.urgent',
  ASSIGN: 'ticket.handle',
  GATHER: 'ticket.handle',
  CLOSE: 'ticket.close',
}
const CLOSE: CloseReason[] = ['ANSWERED_AND_MOVED', 'SETTLED', 'MISTAKE']

/** What can be done with all picked tickets at once; each gets its own answer. */
export function BulkBar({
  rows,
  selection,
  list,
}: {
  rows: readonly TicketRow[]
  selection: Selection
  /** The whole list, and how many tickets it has; null where that is more than anybody counts. */
  list: { query: Query; total: number | null }
}) {
  const t = ticketCopy.use()
  const can = useCan()
  const [action, setAction] = useState<BulkAction | null>(null)
  const [report, setReport] = useState<BulkReport | null>(null)
  const [whole, setWhole] = useState(false)
  const picked = rows.filter((row) => selection.ids.has(row.id))
  const total = list.total
  const mayWhole = picked.length > 0 && total !== null && total > picked.length && total <= MOST_BY_FILTER
  const all = whole && mayWhole
  // Another pick is another wish: the whole list is never taken because it was once.
  if (whole && !mayWhole) setWhole(false)
  useShortcut('Escape', t.bulk.clear, selection.clear, { enabled: picked.length > 0 })
  if (picked.length === 0 && report === null) return null
  return (
    <div className={styles.bar} role="toolbar" aria-label={t.bulk.label}>
      <strong aria-live="polite">{t.bulk.picked(sayNumber(all ? total : picked.length))}</strong>
      {mayWhole && !all && (
        <Button size="small" type="link" onClick={() => setWhole(true)}>
          {t.bulk.whole(sayNumber(total))}
        </Button>
      )}
      {BULK_ACTIONS.filter((name) => can(NEEDS[name])).map((name) => (
        <Button key={name} size="small" disabled={picked.length === 0} onClick={() => setAction(name)}>
          {t.bulk.action[name]}
        </Button>
      ))}
      <Button size="small" type="text" onClick={selection.clear}>
        {t.bulk.clear}
      </Button>
      {action !== null && (
        <BulkDialog
          action={action}
          tickets={picked}
          whole={all ? { filter: list.query, expected: total } : null}
          onCancel={() => setAction(null)}
          onBegun={(begun) => {
            setAction(null)
            setReport(begun)
            setWhole(false)
            selection.clear()
          }}
        />
      )}
      {report !== null && <ReportDialog begun={report} onClose={() => setReport(null)} />}
    </div>
  )
}

interface Values {
  target?: string
  title?: string
  kind?: string
  reason?: UrgentReason | CloseReason
  text?: string
}

function BulkDialog({
  action,
  tickets,
  whole,
  onCancel,
  onBegun,
}: {
  action: BulkAction
  tickets: TicketRow[]
  whole: { filter: Query; expected: number } | null
  onCancel: () => void
  onBegun: (report: BulkReport) => void
}) {
  const t = ticketCopy.use()
  const { message } = App.useApp()
  const [form] = Form.useForm<Values>()
  const bulk = useBulk()
  const reasons: { value: UrgentReason | CloseReason; label: string }[] =
    action === 'URGENT'
      ? URGENT_REASONS.map((value) => ({ value, label: t.urgentReason[value] }))
      : CLOSE.map((value) => ({ value, label: t.closeReason[value] }))

  const first = tickets[0]

  function submit({ reason, text, target, title, kind }: Values) {
    const order: BulkOrder = {
      action,
      ...(whole ?? { tickets: tickets.map(({ id, version }) => ({ id, version })) }),
      ...(target !== undefined && { target }),
      ...(title !== undefined && kind !== undefined && { parent: { title: title.trim(), kind } }),
      text: text?.trim() ?? '',
      reason: reason ?? null,
    }
    bulk.mutate(order, { onSuccess: onBegun, onError: (problem) => message.error(sayProblem(problem)) })
  }
  return (
    <Modal
      open
      title={t.bulk.title(t.bulk.action[action], sayNumber(whole?.expected ?? tickets.length))}
      okText={t.confirm}
      cancelText={t.cancel}
      confirmLoading={bulk.isPending}
      onOk={() => form.submit()}
      onCancel={onCancel}
      width={460}
    >
      <Form<Values> form={form} layout="vertical" onFinish={submit}>
        {(action === 'URGENT' || action === 'CLOSE') && (
          <Form.Item name="reason" label={t.reason} rules={[{ required: true, message: t.required }]}>
            <Select options={reasons} autoFocus />
          </Form.Item>
        )}
        {action === 'ASSIGN' && first !== undefined && (
          <Form.Item
            name="target"
            label={t.bulk.person}
            extra={t.bulk.personHint}
            rules={[{ required: true, message: t.required }]}
          >
            <ColleaguePicker ticketId={first.id} />
          </Form.Item>
        )}
        {action === 'GATHER' && (
          <>
            <Form.Item
              name="title"
              label={t.bulk.parentTitle}
              extra={t.bulk.parentHint}
              rules={[{ required: true, whitespace: true, message: t.required }]}
            >
              <Input maxLength={100} autoFocus />
            </Form.Item>
            <Form.Item
              name="kind"
              label={t.bulk.parentKind}
              rules={[{ required: true, message: t.required }]}
            >
              <KindPicker withoutParcel />
            </Form.Item>
          </>
        )}
        <Form.Item
          name="text"
          label={t.bulk.text[action]}
          rules={
            action === 'URGE' || action === 'ASSIGN'
              ? []
              : [{ required: true, whitespace: true, message: t.required }]
          }
        >
          <Input.TextArea
            autoFocus={action === 'NOTE' || action === 'URGE'}
            autoSize={{ minRows: 2, maxRows: 6 }}
            maxLength={500}
          />
        </Form.Item>
      </Form>
    </Modal>
  )
}

function ReportDialog({ begun, onClose }: { begun: BulkReport; onClose: () => void }) {
  const t = ticketCopy.use()
  const report = useBulkReport(begun).data ?? begun
  const refused = report.rows.filter((row) => row.outcome !== 'DONE' && row.outcome !== 'PENDING')
  const done = Math.max(0, report.done - refused.length)
  return (
    <Modal open title={t.bulk.report} footer={null} onCancel={onClose} width={560}>
      {report.done < report.total && (
        <Progress
          percent={Math.floor((report.done / report.total) * 100)}
          status="active"
          aria-label={t.bulk.report}
        />
      )}
      <p role="status">
        {t.bulk.outcome(sayNumber(done), sayNumber(refused.length), sayNumber(report.total))}
      </p>
      {report.done === report.total && (
        <a href={rowsUrl(report)} download>
          {t.bulk.rows}
        </a>
      )}
      {refused.length > 0 && (
        <ul className={styles.refused}>
          {refused.map((row) => (
            <li key={row.id}>
              <span className="tabular">{row.number ?? row.id}</span>
              <span>
                {row.outcome === 'UNKNOWN' ? t.bulk.unknown : (sayCode(row.code ?? '') ?? row.message)}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Modal>
  )
}
