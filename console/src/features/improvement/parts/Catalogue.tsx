import { App, Button, Form, Input, Modal, Select } from 'antd'
import { useState } from 'react'
import { useLocale } from '../../../shared/i18n'
import { sayProblem } from '../../../shared/problems'
import { Tag } from '../../../shared/ui'
import { type Cause, type Department, useAddCause, useCauses, useChangeCause } from '../api'
import { improvementCopy } from '../copy'
import styles from '../ImprovementPage.module.css'

/** The catalogue, for the headquarters: causes are added, renamed, retired, and used again. */
export function Catalogue() {
  const t = improvementCopy.use()
  const zh = useLocale() === 'zh-CN'
  const { message } = App.useApp()
  const causes = useCauses().data ?? []
  const change = useChangeCause()
  const [edited, setEdited] = useState<Cause | 'new' | null>(null)
  return (
    <>
      <Button onClick={() => setEdited('new')}>{t.add}</Button>
      <ul className={styles.rows}>
        {causes.map((cause) => (
          <li key={cause.code} className={styles.line}>
            <strong>{zh ? cause.nameZh : cause.nameEn}</strong>
            <code>{cause.code}</code>
            <small>{t.departments[cause.department]}</small>
            {!cause.active && <Tag meaning="stopped">{t.retired}</Tag>}
            <Button size="small" onClick={() => setEdited(cause)}>
              {t.change}
            </Button>
            <Button
              size="small"
              onClick={() =>
                change.mutate(
                  {
                    code: cause.code,
                    body: {
                      revision: cause.revision,
                      nameZh: cause.nameZh,
                      nameEn: cause.nameEn,
                      department: cause.department,
                      active: !cause.active,
                    },
                  },
                  { onError: (problem) => message.error(sayProblem(problem)) },
                )
              }
            >
              {cause.active ? t.retire : t.revive}
            </Button>
          </li>
        ))}
      </ul>
      {edited !== null && (
        <CauseDialog cause={edited === 'new' ? null : edited} onDone={() => setEdited(null)} />
      )}
    </>
  )
}

function CauseDialog({ cause, onDone }: { cause: Cause | null; onDone: () => void }) {
  const t = improvementCopy.use()
  const { message } = App.useApp()
  const [form] = Form.useForm<{ code: string; nameZh: string; nameEn: string; department: Department }>()
  const add = useAddCause()
  const change = useChangeCause()
  const required = [{ required: true, message: t.required }]
  const told = { onSuccess: onDone, onError: (problem: Error) => message.error(sayProblem(problem)) }
  return (
    <Modal
      open
      title={cause === null ? t.add : t.change}
      okText={t.save}
      cancelText={t.cancel}
      confirmLoading={add.isPending || change.isPending}
      onOk={() => form.submit()}
      onCancel={onDone}
    >
      <Form
        form={form}
        layout="vertical"
        initialValues={cause ?? {}}
        onFinish={({ code, ...names }) =>
          cause === null
            ? add.mutate({ code, ...names }, told)
            : change.mutate(
                { code: cause.code, body: { ...names, revision: cause.revision, active: cause.active } },
                told,
              )
        }
      >
        <Form.Item name="code" label={t.code} rules={required} extra={t.codeHint}>
          <Input disabled={cause !== null} />
        </Form.Item>
        <Form.Item name="nameZh" label={t.nameZh} rules={required}>
          <Input maxLength={40} />
        </Form.Item>
        <Form.Item name="nameEn" label={t.nameEn} rules={required}>
          <Input maxLength={80} />
        </Form.Item>
        <Form.Item name="department" label={t.departmentLabel} rules={required}>
          <Select options={Object.entries(t.departments).map(([value, label]) => ({ value, label }))} />
        </Form.Item>
      </Form>
    </Modal>
  )
}
