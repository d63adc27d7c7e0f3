import { Alert, App, Button, DatePicker, Drawer, Form, Input, Select } from 'antd'
import { useState } from 'react'
import { ApiProblem } from '../../api/problem'
import type { ContractDetail } from '../../api/types'
import { sayProblem } from '../../shared/problems'
import { ErrorState, SkeletonRows } from '../../shared/ui'
import { UnitPicker } from '../../shared/units'
import { useCan, useMe } from '../identity'
import { useContract, useSaveContract } from './api'
import styles from './ContractsPage.module.css'
import { contractCopy } from './copy'
import { begin, sent, type Written } from './fields'
import { Accounts } from './parts/Accounts'
import { CompensationFields } from './parts/CompensationFields'
import { History } from './parts/History'
import { People } from './parts/People'
import { TermsFields } from './parts/TermsFields'
import { sayRefused } from './words'

const CODE = /^[A-Z0-9][A-Z0-9-]{1,29}$/
const STATES = ['ACTIVE', 'SUSPENDED', 'ENDED'] as const

/** Adds a contract customer, or shows and changes one. */
export function ContractDrawer({ id, onClose }: { id: string | null; onClose: () => void }) {
  return id === null ? (
    <Loaded detail={null} onClose={onClose} />
  ) : (
    <Known key={id} id={id} onClose={onClose} />
  )
}

/** What was there on opening stays until it is closed or read anew: a colleague who saves takes nothing that is being written. */
function Known({ id, onClose }: { id: string; onClose: () => void }) {
  const t = contractCopy.use()
  const { message } = App.useApp()
  const { data, error, isFetchedAfterMount, refetch } = useContract(id)
  const [held, setHeld] = useState<ContractDetail | null>(null)
  if (held === null && data !== undefined && isFetchedAfterMount && error === null) setHeld(data)

  async function reload() {
    const read = await refetch()
    if (read.isSuccess) setHeld(read.data)
    else message.error(sayProblem(read.error))
  }

  if (held !== null) {
    return <Loaded key={held.contract.version} detail={held} onReload={reload} onClose={onClose} />
  }
  return (
    <Drawer open size="min(680px, 100vw)" title={t.title} onClose={onClose}>
      {error === null ? (
        <SkeletonRows rows={10} />
      ) : (
        <ErrorState error={error} onRetry={() => void refetch()} />
      )}
    </Drawer>
  )
}

interface LoadedProps {
  detail: ContractDetail | null
  onReload?: () => Promise<void>
  onClose: () => void
}

function Loaded({ detail, onReload, onClose }: LoadedProps) {
  const t = contractCopy.use()
  const me = useMe()
  const can = useCan()
  const { message } = App.useApp()
  const [form] = Form.useForm<Written>()
  const save = useSaveContract(detail)
  const locked = !can('contract.manage')
  const needed = { required: true, message: t.required }

  async function submit() {
    // All of it, also what no field stands for, such as the ids of people.
    const written: Written = form.getFieldsValue(true)
    try {
      await save.mutateAsync({ code: written.code, contract: sent(written) })
      message.success(t.saved)
      onClose()
    } catch (problem) {
      if (!changedMeanwhile(problem)) message.error(sayRefused(problem))
    }
  }

  return (
    <Drawer
      open
      size="min(680px, 100vw)"
      title={detail === null ? t.add : t.changeTitle(detail.contract.name)}
      onClose={onClose}
      footer={
        <div className={styles.footer}>
          <Button onClick={onClose}>{locked ? t.close : t.cancel}</Button>
          {!locked && (
            <Button type="primary" loading={save.isPending} onClick={() => form.submit()}>
              {t.save}
            </Button>
          )}
        </div>
      }
    >
      {changedMeanwhile(save.error) && onReload !== undefined && (
        <Alert
          type="warning"
          showIcon
          className={styles.conflict}
          title={t.conflict}
          action={
            <Button size="small" onClick={() => void onReload()}>
              {t.reload}
            </Button>
          }
        />
      )}
      <Form<Written>
        form={form}
        layout="vertical"
        disabled={locked}
        initialValues={begin(detail, me.unit.code)}
        onFinish={() => void submit()}
      >
        <div className={styles.pair}>
          <Form.Item
            name="code"
            label={t.code}
            extra={detail === null ? t.codeHint : undefined}
            rules={[needed, { pattern: CODE, message: t.codeHint }]}
          >
            <Input disabled={detail !== null || locked} maxLength={30} placeholder="HT-2026-018" />
          </Form.Item>
          <Form.Item name="name" label={t.name} rules={[{ ...needed, whitespace: true }]}>
            <Input maxLength={80} />
          </Form.Item>
          <Form.Item name="unit" label={t.unit} rules={[needed]}>
            <UnitPicker known={detail === null ? me.unit : detail.contract.unit} />
          </Form.Item>
          <Form.Item name="state" label={t.stateTitle} extra={t.stateHint}>
            <Select options={STATES.map((value) => ({ value, label: t.state[value] }))} />
          </Form.Item>
          <Form.Item name="validFrom" label={t.validFrom} rules={[needed]}>
            <DatePicker style={{ width: '100%' }} allowClear={false} />
          </Form.Item>
          <Form.Item name="validTo" label={t.validTo}>
            <DatePicker style={{ width: '100%' }} placeholder={t.noEnd} />
          </Form.Item>
        </div>
        <TermsFields version={detail?.contract.termsVersion ?? null} agents={detail?.agents ?? []} />
        <CompensationFields />
        <People contract={detail?.contract.id ?? null} locked={locked} />
        <Accounts locked={locked} />
        {detail !== null && <History terms={detail.terms} />}
      </Form>
    </Drawer>
  )
}

/** Somebody else has saved since it was read. */
function changedMeanwhile(problem: unknown): boolean {
  return problem instanceof ApiProblem && problem.code === 'CHANGED_MEANWHILE'
}
