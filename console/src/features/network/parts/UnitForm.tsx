import { App, Button, Drawer, Form, Input, Select, Switch } from 'antd'
import { useNavigate } from 'react-router'
import { ApiProblem } from '../../../api/problem'
import type { Unit, UnitFields, UnitRef } from '../../../api/types'
import { sayCode, sayProblem } from '../../../shared/problems'
import { uiCopy } from '../../../shared/ui/copy'
import { UnitPicker } from '../../../shared/units'
import { useSaveUnit } from '../api'
import { networkCopy } from '../copy'
import { useDistricts, useDivisions } from '../divisions'
import { KINDS } from '../model'
import styles from './UnitView.module.css'

interface Props {
  open: boolean
  /** The unit to change; null adds one below the parent. */
  unit: Unit | null
  parent: UnitRef | null
  onClose: () => void
}

/** Empty fields go as null, so that clearing one clears it. */
export function tidy(values: UnitFields): UnitFields {
  const entries = Object.entries(values).map(([name, value]) => [
    name,
    typeof value === 'string' && value.trim() === ''
      ? null
      : typeof value === 'string'
        ? value.trim()
        : (value ?? null),
  ])
  return Object.fromEntries(entries) as UnitFields
}

export function UnitForm({ open, unit, parent, onClose }: Props) {
  const t = networkCopy.use()
  const ui = uiCopy.use()
  const navigate = useNavigate()
  const { message } = App.useApp()
  const [form] = Form.useForm<UnitFields>()
  const save = useSaveUnit()
  const divisions = useDivisions(open)
  const inDivision = Form.useWatch('division', form) ?? unit?.division ?? null
  const districts = useDistricts(open ? inDivision : null)
  const choices = [...(divisions.data ?? []), ...(districts.data ?? [])].filter(
    (division, index, all) => all.findIndex((other) => other.code === division.code) === index,
  )
  const needed = { required: true, whitespace: true, message: t.required }
  const kinds = unit === null || KINDS.includes(unit.kind) ? KINDS : [unit.kind, ...KINDS]

  function submit(values: UnitFields) {
    const fields = tidy({ ...values, code: unit?.code ?? values.code })
    save.mutate(
      { fields, version: unit?.version ?? null },
      {
        onSuccess: (saved) => {
          message.success(unit === null ? t.added : t.saved)
          onClose()
          if (unit === null) void navigate(`/network/${encodeURIComponent(saved.code)}`)
        },
        onError: (problem) => {
          const fieldsWrong = problem instanceof ApiProblem ? problem.errors : []
          form.setFields(
            fieldsWrong.map((wrong) => ({
              name: wrong.field as keyof UnitFields,
              errors: [sayCode(wrong.code) ?? wrong.message],
            })),
          )
          message.error(sayProblem(problem))
        },
      },
    )
  }

  return (
    <Drawer
      open={open}
      destroyOnHidden
      size="min(520px, 100vw)"
      title={unit === null ? t.addTitle(parent?.name ?? '') : t.editTitle(unit.name)}
      onClose={onClose}
      footer={
        <div className={styles.footer}>
          <Button onClick={onClose}>{t.cancel}</Button>
          <Button type="primary" loading={save.isPending} onClick={() => form.submit()}>
            {t.save}
          </Button>
        </div>
      }
    >
      <Form<UnitFields>
        form={form}
        layout="vertical"
        preserve={false}
        onFinish={submit}
        initialValues={
          unit === null
            ? { active: true, parentCode: parent?.code, kind: 'OUTLET' }
            : { ...unit, opens: unit.opens?.slice(0, 5), closes: unit.closes?.slice(0, 5) }
        }
      >
        {unit === null && (
          <Form.Item
            name="code"
            label={t.code}
            extra={t.codeHint}
            rules={[needed, { pattern: /^[A-Za-z0-9._-]{1,32}$/, message: t.codeWrong }]}
          >
            <Input autoComplete="off" />
          </Form.Item>
        )}
        <Form.Item name="name" label={t.name} rules={[needed]}>
          <Input maxLength={100} />
        </Form.Item>
        <Form.Item name="kind" label={t.kind} rules={[needed]}>
          <Select options={kinds.map((kind) => ({ value: kind, label: ui.kinds[kind] }))} />
        </Form.Item>
        {unit?.kind !== 'HEADQUARTERS' && (
          <Form.Item
            name="parentCode"
            label={t.parent}
            extra={unit === null ? undefined : t.parentHint}
            rules={[needed]}
          >
            <UnitPicker known={parent} placeholder={t.search} />
          </Form.Item>
        )}
        <Form.Item name="division" label={t.division} extra={t.divisionHint}>
          <Select
            allowClear
            showSearch={{ optionFilterProp: 'label' }}
            loading={divisions.isLoading}
            options={choices.map((division) => ({
              value: division.code,
              label: `${division.name} · ${division.code}`,
            }))}
          />
        </Form.Item>
        <Form.Item name="address" label={t.address}>
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item name="phone" label={t.phone}>
          <Input type="tel" maxLength={30} />
        </Form.Item>
        <div className={styles.pair}>
          <Form.Item name="opens" label={t.opens}>
            <Input type="time" />
          </Form.Item>
          <Form.Item name="closes" label={t.closes}>
            <Input type="time" />
          </Form.Item>
        </div>
        <Form.Item name="serviceArea" label={t.serviceArea}>
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={1000} />
        </Form.Item>
        <Form.Item name="active" label={t.active} valuePropName="checked">
          <Switch />
        </Form.Item>
      </Form>
    </Drawer>
  )
}
