import type { LaneClass, Tariff } from '../../../api/types'
import { Section } from '../../../shared/ui'
import { Field, Pick, Rows, Words } from '../../../shared/version'
import styles from '../../../shared/version/Version.module.css'
import { quoteCopy } from '../quote/copy'
import { Area } from './Areas'
import { fieldsCopy } from './fields'

const CLASSES: LaneClass[] = ['SAME_CITY', 'SAME_PROVINCE', 'ADJACENT', 'FAR', 'REMOTE']

interface Props {
  body: Tariff
  onChange: (body: Tariff) => void
}

/** The price zones, which class of lanes lies in which, and the lanes that lie in another. */
export function Zones({ body, onChange }: Props) {
  const t = fieldsCopy.use()
  const classes = quoteCopy.use().classes
  const options = body.zones.map(({ code, name }) => ({ value: code, label: name || code }))
  return (
    <>
      <Section title={t.zones}>
        <Rows<Tariff['zones'][number]>
          at="zones"
          list={body.zones}
          fresh={() => ({ code: '', name: '' })}
          onChange={(zones) => onChange({ ...body, zones })}
          columns={(['name', 'code'] as const).map((field) => ({
            name: t[field],
            cell: (zone, change, at) => (
              <Words
                name={`${t.zone} ${t[field]}`}
                at={`${at}.${field}`}
                most={field === 'name' ? 40 : 30}
                value={zone[field]}
                onChange={(text) => change({ [field]: text })}
              />
            ),
          }))}
        />
      </Section>
      <Section title={t.byClass}>
        <div className={styles.fields}>
          {CLASSES.map((kind) => (
            <Field key={kind} name={classes[kind]}>
              <Pick
                name={classes[kind]}
                at={`byClass.${kind}`}
                value={body.byClass[kind] ?? null}
                options={options}
                onChange={(zone) => onChange({ ...body, byClass: { ...body.byClass, [kind]: zone ?? '' } })}
              />
            </Field>
          ))}
        </div>
      </Section>
      <Section title={t.exceptions}>
        <p className={styles.hint}>{t.exceptionsHint}</p>
        <Rows
          at="exceptions"
          list={body.exceptions}
          fresh={() => ({ from: '', to: '', zone: '' })}
          onChange={(exceptions) => onChange({ ...body, exceptions })}
          columns={[
            ...(['from', 'to'] as const).map((end) => ({
              name: t[end],
              cell: (
                one: Tariff['exceptions'][number],
                change: (more: Partial<Tariff['exceptions'][number]>) => void,
                at: string,
              ) => (
                <Area
                  name={t[end]}
                  at={`${at}.${end}`}
                  value={one[end]}
                  onChange={(area) => change({ [end]: area })}
                />
              ),
            })),
            {
              name: t.zone,
              cell: (one, change, at) => (
                <Pick
                  name={t.zone}
                  at={`${at}.zone`}
                  value={one.zone}
                  options={options}
                  onChange={(zone) => change({ zone: zone ?? '' })}
                />
              ),
            },
          ]}
        />
      </Section>
    </>
  )
}
