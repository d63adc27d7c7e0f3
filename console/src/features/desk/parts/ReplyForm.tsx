import { App, Form, Input, InputNumber, Modal, Radio } from 'antd'
import type { TextAreaRef } from 'antd/es/input/TextArea'
import { useRef } from 'react'
import type { Reply } from '../../../api/types'
import { Chip } from '../../../shared/ui'
import { UnitPicker } from '../../../shared/units'
import { useCan, useMe } from '../../identity'
import { deskCopy } from '../copy'
import { forbiddenIn } from '../promises'
import { unknownIn } from '../quickReplies'
import { useReplyChange } from '../replies'

interface Fields {
  owner: 'mine' | 'unit'
  unit: string
  code: string
  text: string
  position: number
}

const PLACES = ['{客户}', '{运单号}', '{坐席}']
const CODE = /^[^\s/{}]{1,12}$/

/** Writes a new sentence, or another one in its place. */
export function ReplyForm({ reply, onDone }: { reply: Reply | null; onDone: () => void }) {
  const t = deskCopy.use()
  const me = useMe()
  const leads = useCan()('desk.lead')
  const { message } = App.useApp()
  const change = useReplyChange()
  const [form] = Form.useForm<Fields>()
  const area = useRef<TextAreaRef>(null)
  const owner = Form.useWatch('owner', form)
  const text = Form.useWatch('text', form) ?? ''
  const careful = forbiddenIn(text).map(({ words, kind }) => t.carefulKind[kind](words))

  function insert(place: string) {
    const field = area.current?.resizableTextArea?.textArea
    const at = field?.selectionStart ?? text.length
    form.setFieldValue('text', text.slice(0, at) + place + text.slice(field?.selectionEnd ?? at))
    field?.focus()
  }

  function save({ owner: of, unit, code, text: words, position }: Fields) {
    const said = { code: code.trim(), text: words.trim(), position }
    change.mutate(
      reply === null
        ? { do: 'add', unit: of === 'unit' ? unit : null, ...said }
        : { do: 'change', reply, ...said },
      {
        onSuccess: () => {
          message.success(t.replySaved)
          onDone()
        },
      },
    )
  }

  return (
    <Modal
      open
      title={reply === null ? t.newReply : t.editReply}
      okText={t.save}
      cancelText={t.cancel}
      confirmLoading={change.isPending}
      onOk={() => form.submit()}
      onCancel={onDone}
    >
      <Form
        form={form}
        layout="vertical"
        initialValues={{
          owner: 'mine',
          unit: me.unit.code,
          code: reply?.code ?? '',
          text: reply?.text ?? '',
          position: reply?.position ?? 100,
        }}
        onFinish={save}
      >
        {reply === null && leads && (
          <Form.Item name="owner" label={t.replyOwner}>
            <Radio.Group
              optionType="button"
              options={[
                { value: 'mine', label: t.replyMine },
                { value: 'unit', label: t.replyUnit },
              ]}
            />
          </Form.Item>
        )}
        {owner === 'unit' && (
          <Form.Item name="unit" label={t.replyUnit} rules={[{ required: true, message: t.required }]}>
            <UnitPicker known={me.unit} />
          </Form.Item>
        )}
        <Form.Item
          name="code"
          label={t.replyCode}
          rules={[
            { required: true, message: t.required },
            { pattern: CODE, message: t.replyCodeFormat },
          ]}
        >
          <Input autoFocus prefix="/" maxLength={12} />
        </Form.Item>
        <Form.Item
          name="text"
          label={t.replyText}
          extra={
            <>
              <span style={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 6, marginTop: 6 }}>
                {t.replyPlaces}
                {PLACES.map((place) => (
                  <Chip key={place} on={false} words={place} onPress={() => insert(place)} />
                ))}
              </span>
              {careful.length > 0 && (
                <span role="alert" style={{ color: 'var(--act)' }}>
                  {t.careful}
                  {careful.join('；')}
                </span>
              )}
            </>
          }
          rules={[
            { required: true, whitespace: true, message: t.required },
            {
              validator: (_, words: string) => {
                const unknown = unknownIn(words)
                return unknown.length === 0
                  ? Promise.resolve()
                  : Promise.reject(new Error(t.replyUnknown(unknown.join(' '))))
              },
            },
          ]}
        >
          <Input.TextArea ref={area} maxLength={2_000} autoSize={{ minRows: 3, maxRows: 8 }} />
        </Form.Item>
        <Form.Item name="position" label={t.replyPosition} rules={[{ required: true, message: t.required }]}>
          <InputNumber min={0} max={100_000} precision={0} />
        </Form.Item>
      </Form>
    </Modal>
  )
}
