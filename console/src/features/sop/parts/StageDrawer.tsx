import { Button, Drawer, Form, Input, InputNumber, Select, Space } from 'antd'
import { identityCopy } from '../../identity'
import { sopCopy } from '../copy'
import { MAY, newStage, PARTIES, STAGES } from '../model'
import styles from '../Sops.module.css'
import type { Calendar, Flaw, Party, SopStage, SopStageName } from '../types'
import { sayMinutes, sayRepeat, sayWarnings } from '../words'
import { MinutesInput } from './MinutesInput'

interface Props {
  /** The stage to look at; null for a new one. */
  stage: SopStage | null
  flaws: Flaw[]
  calendars: Calendar[]
  calendarName: (code: string) => string
  /** Absent where it is only looked at. */
  onSave?: (stage: SopStage) => void
  onRemove?: () => void
  saving: boolean
  onClose: () => void
}

/** One stage: all that it says, to read or to write. */
export function StageDrawer(props: Props) {
  const t = sopCopy.use()
  const { stage, flaws, onSave, onRemove, saving, onClose } = props
  const [form] = Form.useForm<SopStage>()
  const title = stage === null ? t.addStage : `${t.stage[stage.stage]} · ${t.party[stage.party]}`
  return (
    <Drawer
      open
      size="min(520px, 100vw)"
      title={title}
      onClose={onClose}
      footer={
        onSave && (
          <Space>
            <Button type="primary" loading={saving} onClick={() => form.submit()}>
              {t.save}
            </Button>
            <Button onClick={onClose}>{t.cancel}</Button>
            {onRemove && (
              <Button danger type="text" onClick={onRemove}>
                {t.removeStage}
              </Button>
            )}
          </Space>
        )
      }
    >
      {flaws.length > 0 && (
        <ul className={styles.flaws}>
          {flaws.map((flaw) => (
            <li key={`${flaw.field} ${flaw.reason}`}>{t.flaw[flaw.reason]}</li>
          ))}
        </ul>
      )}
      {onSave === undefined && stage !== null ? (
        <Facts stage={stage} calendarName={props.calendarName} />
      ) : (
        <Form<SopStage>
          form={form}
          layout="vertical"
          initialValues={stage ?? newStage('RESPONSE', 'HUB')}
          onFinish={(values) => onSave?.({ ...values, customerText: values.customerText ?? '' })}
        >
          <Fields calendars={props.calendars} calendarName={props.calendarName} />
        </Form>
      )}
    </Drawer>
  )
}

function Facts({ stage, calendarName }: { stage: SopStage; calendarName: (code: string) => string }) {
  const t = sopCopy.use()
  const roles = identityCopy.use().roles
  const list = (words: string[]) => (words.length === 0 ? t.nothing : words.join('、'))
  return (
    <dl className={styles.facts}>
      <dt>{t.normal}</dt>
      <dd>{sayMinutes(stage.normalMinutes)}</dd>
      <dt>{t.urgent}</dt>
      <dd>{sayMinutes(stage.urgentMinutes)}</dd>
      <dt>{t.calendar}</dt>
      <dd>{calendarName(stage.calendar)}</dd>
      <dt>{t.warnings}</dt>
      <dd>{sayWarnings(stage.warnings)}</dd>
      <dt>{t.escalates}</dt>
      <dd>{sayRepeat(stage)}</dd>
      <dt>{t.pauses}</dt>
      <dd>{list(stage.pauses.map((one) => t.pause[one]))}</dd>
      <dt>{t.requires}</dt>
      <dd>{list(stage.requires.map((one) => t.requirement[one]))}</dd>
      <dt>{t.skippers}</dt>
      <dd>{list(stage.skippers.map((one) => roles[one]))}</dd>
      <dt>{t.customerText}</dt>
      <dd>{stage.customerText === '' ? t.nothing : stage.customerText}</dd>
    </dl>
  )
}

function Fields({ calendars, calendarName }: Pick<Props, 'calendars' | 'calendarName'>) {
  const t = sopCopy.use()
  const roles = identityCopy.use().roles
  const form = Form.useFormInstance<SopStage>()
  const stage = Form.useWatch('stage', form) as SopStageName | undefined
  const needed = { required: true, message: t.required }
  const options = <K extends string>(words: Record<K, string>, only?: K[]) =>
    (only ?? (Object.keys(words) as K[])).map((value) => ({ value, label: words[value] }))
  return (
    <>
      <Space wrap>
        <Form.Item name="stage" label={t.stageLabel} rules={[needed]}>
          <Select style={{ width: 150 }} options={options(t.stage, STAGES)} />
        </Form.Item>
        <Form.Item name="party" label={t.partyLabel} rules={[needed]}>
          <Select<Party>
            style={{ width: 150 }}
            options={options(t.party, stage === undefined ? PARTIES : MAY[stage])}
          />
        </Form.Item>
      </Space>
      <Space wrap>
        <Form.Item name="normalMinutes" label={t.normal} rules={[needed]}>
          <MinutesInput />
        </Form.Item>
        <Form.Item name="urgentMinutes" label={t.urgent} rules={[needed]}>
          <MinutesInput />
        </Form.Item>
      </Space>
      <Form.Item name="calendar" label={t.calendar} rules={[needed]}>
        <Select
          options={['UNIT', ...calendars.map((one) => one.code)].map((code) => ({
            value: code,
            label: calendarName(code),
          }))}
        />
      </Form.Item>
      <Form.Item label={t.warnings}>
        <Form.List name="warnings">
          {(rows, { add, remove }) => (
            <>
              {rows.map((row) => (
                <div key={row.key} className={styles.warning}>
                  <WarningFields name={row.name} />
                  <Button type="text" onClick={() => remove(row.name)}>
                    ✕
                  </Button>
                </div>
              ))}
              <Button size="small" onClick={() => add({ minutesLeft: 30, percentUsed: null })}>
                {t.addWarning}
              </Button>
            </>
          )}
        </Form.List>
      </Form.Item>
      <Space wrap>
        <Form.Item name="repeatEveryMinutes" label={t.repeatEvery} rules={[needed]}>
          <MinutesInput />
        </Form.Item>
        <Form.Item name="repeatAtMost" label={t.repeatAtMost} rules={[needed]}>
          <InputNumber min={0} max={100} />
        </Form.Item>
      </Space>
      <Form.Item name="pauses" label={t.pauses}>
        <Select mode="multiple" options={options(t.pause)} />
      </Form.Item>
      <Form.Item name="requires" label={t.requires}>
        <Select mode="multiple" options={options(t.requirement)} />
      </Form.Item>
      <Form.Item name="skippers" label={t.skippers}>
        <Select mode="multiple" options={options(roles)} />
      </Form.Item>
      <Form.Item name="customerText" label={t.customerText} extra={t.customerTextHint}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 4 }} maxLength={200} showCount />
      </Form.Item>
    </>
  )
}

/** Either when so much is left, or when so much is used. */
function WarningFields({ name }: { name: number }) {
  const t = sopCopy.use()
  const form = Form.useFormInstance<SopStage>()
  const warning = Form.useWatch(['warnings', name], form)
  const byShare = warning?.percentUsed !== null && warning?.percentUsed !== undefined
  return (
    <>
      <Select
        style={{ width: 150 }}
        aria-label={t.warnings}
        value={byShare ? 'used' : 'left'}
        options={[
          { value: 'left', label: t.warnLeft },
          { value: 'used', label: t.warnUsed },
        ]}
        onChange={(which) =>
          form.setFieldValue(
            ['warnings', name],
            which === 'used'
              ? { minutesLeft: null, percentUsed: 80 }
              : { minutesLeft: 30, percentUsed: null },
          )
        }
      />
      {/* Both are kept in the form, so that what is sent says which one it is. */}
      <Form.Item name={[name, 'minutesLeft']} noStyle hidden={byShare}>
        <MinutesInput name={t.warnLeft} />
      </Form.Item>
      <Form.Item name={[name, 'percentUsed']} noStyle hidden={!byShare}>
        <InputNumber aria-label={t.warnUsed} min={1} max={99} suffix="%" />
      </Form.Item>
    </>
  )
}
