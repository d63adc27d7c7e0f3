import type { PolicyBody } from '../../../api/types'
import { Section } from '../../../shared/ui'
import { saySeconds } from '../../insight'
import { deskCopy } from '../copy'
import { CHANNELS } from '../model'
import { policyCopy } from './copy'
import { Field, NumberInput } from './Inputs'
import { Languages } from './Languages'
import { Matters } from './Matters'
import { CAPACITY, capital, THANKS_SECONDS, WEIGHTS } from './model'
import { Overflows } from './Overflows'
import styles from './Policy.module.css'
import { RingRows } from './RingRows'

const MINUTE = 60
const HOUR = 3_600
const DAY_MINUTES = 1_440

interface Props {
  body: PolicyBody
  locked: boolean
  onChange: (body: PolicyBody) => void
}

/** All that a version says; what is locked is only read. */
export function RulesForm({ body, locked, onChange }: Props) {
  const t = policyCopy.use()
  const set = (more: Partial<PolicyBody>) => onChange({ ...body, ...more })
  return (
    <>
      <Section title={capital(t.part.matters)}>
        <p className={styles.hint}>
          {t.mattersHint} {t.leastHint}
        </p>
        <Matters matters={body.matters} locked={locked} onChange={(matters) => set({ matters })} />
      </Section>
      <Section title={capital(t.part.rings)}>
        <p className={styles.hint}>{t.ringsHint}</p>
        <RingRows rings={body.rings} locked={locked} onChange={(rings) => set({ rings })} />
      </Section>
      <Section title={capital(t.part.overflows)}>
        <p className={styles.hint}>{t.overflowsHint}</p>
        <Overflows overflows={body.overflows} locked={locked} onChange={(overflows) => set({ overflows })} />
      </Section>
      <Section title={capital(t.part.channels)}>
        <p className={styles.hint}>{t.channelsHint}</p>
        <Channels body={body} locked={locked} onChange={onChange} />
      </Section>
      <Section title={capital(t.part.weights)}>
        <p className={styles.hint}>{t.weightsHint}</p>
        <Weights body={body} locked={locked} onChange={onChange} />
      </Section>
      <Section title={`${capital(t.part.sticky)} · ${capital(t.part.headStarts)}`}>
        <p className={styles.hint}>
          {t.stickyHint} {t.headStartsHint}
        </p>
        <Times body={body} locked={locked} onChange={onChange} />
      </Section>
      <Section title={capital(t.part.thanks)}>
        <p className={styles.hint}>{t.thanksHint}</p>
        <div className={styles.fields}>
          <Field name={t.thanks}>
            <NumberInput
              name={t.thanks}
              most={DAY_MINUTES}
              value={(body.thanks?.withinSeconds ?? THANKS_SECONDS) / MINUTE}
              locked={locked}
              onChange={(minutes) => set({ thanks: { withinSeconds: Math.round(minutes * MINUTE) } })}
            />
          </Field>
        </div>
      </Section>
      <Section title={capital(t.part.languages)}>
        <p className={styles.hint}>{t.languagesHint}</p>
        <Languages languages={body.languages} locked={locked} onChange={(languages) => set({ languages })} />
      </Section>
    </>
  )
}

function Channels({ body, locked, onChange }: Props) {
  const t = policyCopy.use()
  const names = deskCopy.use().channel
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must scroll by keyboard too
    <div className={styles.scroll} tabIndex={0}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th>{t.channel}</th>
            <th>{t.units}</th>
            <th />
            <th>{t.target}</th>
            <th />
          </tr>
        </thead>
        <tbody>
          {CHANNELS.map((channel) => {
            const terms = body.channels[channel]
            if (terms === undefined) return null
            const change = (more: Partial<typeof terms>) =>
              onChange({ ...body, channels: { ...body.channels, [channel]: { ...terms, ...more } } })
            return (
              <tr key={channel}>
                <td>{names[channel]}</td>
                <td>
                  <NumberInput
                    name={`${names[channel]} ${t.units}`}
                    least={1}
                    most={CAPACITY}
                    value={terms.units}
                    locked={locked}
                    onChange={(units) => change({ units })}
                  />
                </td>
                <td className={styles.soft}>{t.together(Math.floor(CAPACITY / terms.units))}</td>
                <td>
                  <NumberInput
                    name={`${names[channel]} ${t.target}`}
                    least={1}
                    value={terms.targetSeconds}
                    locked={locked}
                    onChange={(targetSeconds) => change({ targetSeconds })}
                  />
                </td>
                <td className={styles.soft}>
                  {terms.targetSeconds >= 60 && saySeconds(terms.targetSeconds)}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}

function Weights({ body, locked, onChange }: Props) {
  const t = policyCopy.use()
  return (
    <div className={styles.weights}>
      {WEIGHTS.map((name) => {
        const [title, means] = t.weight[name] ?? [name, '']
        return (
          <div key={name} className={styles.weight}>
            <span>
              {title}
              <br />
              <span className={styles.soft}>{means}</span>
            </span>
            <NumberInput
              name={title}
              step={0.1}
              most={100}
              value={body.weights[name]}
              locked={locked}
              onChange={(value) => onChange({ ...body, weights: { ...body.weights, [name]: value } })}
            />
          </div>
        )
      })}
    </div>
  )
}

function Times({ body, locked, onChange }: Props) {
  const t = policyCopy.use()
  const { sticky, headStarts } = body
  const starts = [
    ['repeatSeconds', t.repeat],
    ['mostSeconds', t.most],
    ['contractSeconds', t.contract],
  ] as const
  return (
    <div className={styles.fields}>
      <Field name={t.within}>
        <NumberInput
          name={t.within}
          value={sticky.withinSeconds / HOUR}
          locked={locked}
          onChange={(hours) =>
            onChange({ ...body, sticky: { ...sticky, withinSeconds: Math.round(hours * HOUR) } })
          }
        />
      </Field>
      <Field name={t.waits}>
        <NumberInput
          name={t.waits}
          value={sticky.waitsSeconds}
          locked={locked}
          onChange={(waitsSeconds) => onChange({ ...body, sticky: { ...sticky, waitsSeconds } })}
        />
      </Field>
      {starts.map(([name, title]) => (
        <Field key={name} name={title}>
          <NumberInput
            name={title}
            value={headStarts[name]}
            locked={locked}
            onChange={(value) => onChange({ ...body, headStarts: { ...headStarts, [name]: value } })}
          />
        </Field>
      ))}
    </div>
  )
}
