import { App, Button, DatePicker, Form, Modal, Upload } from 'antd'
import type { Dayjs } from 'dayjs'
import { useState } from 'react'
import { useBusinessNow } from '../../../shared/clock/clock'
import { Columns, Faults } from '../../../shared/imports'
import { sayProblem } from '../../../shared/problems'
import { DAY, sayNumber } from '../../../shared/time'
import { toPicker } from '../../../shared/time/picker'
import { useStatement } from './api'
import { reconciliationCopy } from './copy'
import styles from './Reconciliation.module.css'

interface Values {
  day: Dayjs
}

/**
 * Brings the statement of a bank for a day, which is compared at once.
 *
 * @param day which one; empty for yesterday
 */
export function StatementDialog({ day, onClose }: { day: string; onClose: () => void }) {
  const t = reconciliationCopy.use()
  const s = t.statement
  const { message } = App.useApp()
  const [form] = Form.useForm<Values>()
  const [file, setFile] = useState<File | null>(null)
  const [fileMissing, setFileMissing] = useState(false)
  const now = useBusinessNow()
  const bring = useStatement()
  const faults = bring.data?.errors ?? []

  function submit(values: Values) {
    setFileMissing(file === null)
    if (file === null) return
    const name = values.day.format('YYYY-MM-DD')
    bring.mutate(
      { day: name, file },
      {
        onSuccess: (report) => {
          if (report.errors.length > 0) return
          message.success(s.done(name, sayNumber(report.rows)))
          onClose()
        },
        onError: (problem) => message.error(sayProblem(problem)),
      },
    )
  }

  return (
    <Modal
      open
      title={s.title}
      okText={s.submit}
      confirmLoading={bring.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <p className={styles.hint}>{s.hint}</p>
      <Form<Values>
        form={form}
        layout="vertical"
        onFinish={submit}
        initialValues={{ day: toPicker(day === '' ? now - DAY : Date.parse(day)) }}
      >
        <Form.Item name="day" label={s.day} rules={[{ required: true, message: s.dayNeeded }]}>
          <DatePicker disabledDate={(date) => date.isAfter(toPicker(now), 'day')} />
        </Form.Item>
        <Form.Item
          label={s.file}
          required
          validateStatus={fileMissing ? 'error' : undefined}
          help={fileMissing ? s.fileNeeded : undefined}
        >
          <div className={styles.file}>
            <Upload
              accept=".csv,.xlsx"
              showUploadList={false}
              beforeUpload={(chosen) => {
                setFile(chosen)
                setFileMissing(false)
                bring.reset()
                return false
              }}
            >
              <Button>{s.choose}</Button>
            </Upload>
            {file !== null && <span>{file.name}</span>}
          </div>
        </Form.Item>
      </Form>
      {faults.length > 0 ? (
        <div role="alert">
          <p className={styles.wrong}>{s.refused(sayNumber(faults.length))}</p>
          <Faults faults={faults} />
        </div>
      ) : (
        <Columns
          columns={Object.entries(s.columns).map(([name, meaning]) => ({ name, meaning, required: true }))}
          templateName="statement.csv"
        />
      )}
    </Modal>
  )
}
