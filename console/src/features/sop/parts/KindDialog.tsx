import { App, Checkbox, Form, Input, Modal, Select, Switch } from 'antd'
import { sayProblem } from '../../../shared/problems'
import { useSaveKind } from '../api'
import { sopCopy } from '../copy'
import type { KindView, NewKind } from '../types'

interface Props {
  /** Null for a new one. */
  kind: KindView | null
  kinds: KindView[]
  onClose: () => void
}

/** Adds a kind, or gives one another name and takes it out of use. Nothing is deleted: tickets have it. */
export function KindDialog({ kind, kinds, onClose }: Props) {
  const t = sopCopy.use()
  const { message } = App.useApp()
  const [form] = Form.useForm<KindView>()
  const save = useSaveKind()
  const needed = { required: true, whitespace: true, message: t.required }
  const options = (words: Record<string, string>) =>
    Object.entries(words).map(([value, label]) => ({ value, label }))

  function submit(values: KindView) {
    const wanted: NewKind | KindView = kind === null ? values : { ...kind, ...values }
    save.mutate(wanted, {
      onSuccess: () => {
        message.success(t.kindSaved)
        onClose()
      },
      onError: (problem) => message.error(sayProblem(problem)),
    })
  }

  return (
    <Modal
      open
      title={kind === null ? t.addKind : t.editKind}
      okText={t.save}
      cancelText={t.cancel}
      confirmLoading={save.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Form<KindView>
        form={form}
        layout="vertical"
        onFinish={submit}
        initialValues={kind ?? { bizType: 'CONSULT', matter: 'OWN', aboutParcel: true, endsWithMove: false }}
      >
        {kind === null && (
          <Form.Item
            name="code"
            label={t.code}
            extra={t.codeHint}
            rules={[
              needed,
              { pattern: /^[A-Z][A-Z_]{1,31}(\.[A-Z][A-Z_]{1,31})?$/, message: t.codeHint },
              {
                validator: (_, code: string) =>
                  kinds.some((one) => one.code === code)
                    ? Promise.reject(new Error(t.codeTaken))
                    : Promise.resolve(),
              },
            ]}
          >
            <Input autoFocus />
          </Form.Item>
        )}
        <Form.Item name="nameZh" label={t.nameZh} rules={[needed]}>
          <Input maxLength={40} />
        </Form.Item>
        <Form.Item name="nameEn" label={t.nameEn} rules={[needed]}>
          <Input maxLength={80} />
        </Form.Item>
        {kind === null ? (
          <>
            <Form.Item name="bizType" label={t.sort}>
              <Select options={options(t.bizType)} />
            </Form.Item>
            <Form.Item name="matter" label={t.about}>
              <Select options={options(t.matter)} />
            </Form.Item>
            <Form.Item name="aboutParcel" valuePropName="checked">
              <Checkbox>{t.aboutParcel}</Checkbox>
            </Form.Item>
            <Form.Item name="endsWithMove" valuePropName="checked">
              <Checkbox>{t.endsWithMove}</Checkbox>
            </Form.Item>
          </>
        ) : (
          <Form.Item name="active" label={t.active} valuePropName="checked">
            <Switch />
          </Form.Item>
        )}
      </Form>
    </Modal>
  )
}
