import { App, Button, Popconfirm } from 'antd'
import { useState } from 'react'
import { useBusinessNow } from '../../../shared/clock/clock'
import { sayProblem } from '../../../shared/problems'
import { sayNumber, sayTime } from '../../../shared/time'
import { useCan } from '../../identity'
import { sayShare } from '../../insight'
import { type Device, type DevicePlan, useWithdrawPlan } from '../api'
import { deviceCopy } from '../copy'
import styles from '../Device.module.css'
import { PlanForm } from './PlanForm'
import { PlanTag } from './rows'

/** What is done and was done about a scanner, the newest first. */
export function Plans({ device, slow }: { device: Device; slow: boolean }) {
  const t = deviceCopy.use()
  const can = useCan()
  const [editing, setEditing] = useState<DevicePlan | 'new' | null>(null)
  const open = device.plans.some((view) => view.plan.endedWhy === null)
  return (
    <section className={styles.part} aria-label={t.plans}>
      <header>
        <h3>{t.plans}</h3>
        {can('devices.write') && !open && device.state === 'IN_USE' && (
          <Button size="small" type={slow ? 'primary' : 'default'} onClick={() => setEditing('new')}>
            {t.addPlan}
          </Button>
        )}
      </header>
      {device.plans.length === 0 && <p className={styles.soft}>{t.noPlans}</p>}
      {device.plans.map((view) => (
        <Plan key={view.plan.id} device={device} view={view} onChange={() => setEditing(view)} />
      ))}
      {editing !== null && (
        <PlanForm
          device={device}
          view={editing === 'new' ? null : editing}
          slow={slow}
          onDone={() => setEditing(null)}
        />
      )}
    </section>
  )
}

function Plan({ device, view, onChange }: { device: Device; view: DevicePlan; onChange: () => void }) {
  const t = deviceCopy.use()
  const now = useBusinessNow()
  const can = useCan()
  const { message } = App.useApp()
  const withdraw = useWithdrawPlan()
  const { plan } = view
  return (
    <article className={styles.plan} aria-label={t.actions[plan.action]}>
      <div className={styles.line}>
        <strong>{t.planLine(t.actions[plan.action], plan.person.name, plan.due)}</strong>
        <PlanTag view={view} />
      </div>
      {plan.note !== '' && <p>{plan.note}</p>}
      <small className="tabular">
        {plan.before.lateShare === null
          ? t.beforeNone
          : t.before(sayShare(plan.before.lateShare), sayNumber(plan.before.scans))}
        {plan.after !== null &&
          plan.after.lateShare !== null &&
          `，${t.after(sayShare(plan.after.lateShare), sayNumber(plan.after.scans))}`}
      </small>
      <small>{t.planBy(plan.openedBy, sayTime(plan.openedAt, now))}</small>
      {plan.endedWhy === null && (
        <>
          <small>{plan.slowBefore ? t.planEnds.slow : t.planEnds.other}</small>
          {can('devices.write') && (
            <div className={styles.line}>
              <Button size="small" onClick={onChange}>
                {t.changePlan}
              </Button>
              <Popconfirm
                title={t.withdrawAsk}
                description={t.withdrawHint}
                okText={t.withdraw}
                cancelText={t.cancel}
                onConfirm={() =>
                  withdraw.mutate(
                    { code: device.code, id: plan.id, version: plan.version },
                    {
                      onSuccess: () => message.success(t.withdrawn),
                      onError: (problem) => message.error(sayProblem(problem)),
                    },
                  )
                }
              >
                <Button size="small" danger loading={withdraw.isPending}>
                  {t.withdraw}
                </Button>
              </Popconfirm>
            </div>
          )}
        </>
      )}
    </article>
  )
}
