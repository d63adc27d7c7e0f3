import { Select } from 'antd'
import type { Tariff } from '../../../api/types'
import { joinList } from '../../../shared/i18n'
import { Section } from '../../../shared/ui'
import { Amount, Cell, Pick, Rows, Words, Wrong } from '../../../shared/version'
import styles from '../../../shared/version/Version.module.css'
import { YUAN } from '../words/units'
import { fieldsCopy } from './fields'

interface Props {
  body: Tariff
  onChange: (rules: Tariff['advice']) => void
}

/** How to pack and protect goods, by the words customers have for them. */
export function AdviceRules({ body, onChange }: Props) {
  const t = fieldsCopy.use()
  const products = body.products.map(({ code, name }) => ({ value: code, label: name || code }))
  return (
    <Section title={t.advice}>
      <p className={styles.hint}>{t.adviceHint}</p>
      <Rows
        at="advice"
        list={body.advice}
        fresh={() => ({ code: '', goods: '', words: [], packaging: '', insureFromFen: null, product: null })}
        onChange={onChange}
        columns={[
          {
            name: t.goods,
            cell: (rule, change, at) => (
              <Words
                name={t.goods}
                at={`${at}.goods`}
                most={40}
                value={rule.goods}
                onChange={(goods) => change({ goods })}
              />
            ),
          },
          {
            name: t.code,
            cell: (rule, change, at) => (
              <Words
                name={t.code}
                at={`${at}.code`}
                most={30}
                value={rule.code}
                onChange={(code) => change({ code })}
              />
            ),
          },
          {
            name: t.words,
            cell: (rule, change, at) => (
              <Cell at={`${at}.words`} read={joinList(rule.words)} wide>
                <Select
                  aria-label={t.words}
                  mode="tags"
                  size="small"
                  open={false}
                  suffixIcon={null}
                  tokenSeparators={['、', '，', ',', ' ']}
                  value={rule.words}
                  style={{ width: '100%' }}
                  onChange={(words: string[]) => change({ words })}
                />
                {rule.words.map((word, index) => (
                  <Wrong key={word} at={`${at}.words[${index}]`} />
                ))}
              </Cell>
            ),
          },
          {
            name: t.packaging,
            cell: (rule, change, at) => (
              <Words
                long
                name={t.packaging}
                at={`${at}.packaging`}
                most={300}
                value={rule.packaging}
                onChange={(packaging) => change({ packaging })}
              />
            ),
          },
          {
            name: t.insureFromFen,
            cell: (rule, change, at) => (
              <Amount
                name={t.insureFromFen}
                at={`${at}.insureFromFen`}
                unit={YUAN}
                digits={2}
                fixed
                optional
                value={rule.insureFromFen}
                onChange={(insureFromFen) => change({ insureFromFen })}
              />
            ),
          },
          {
            name: t.product,
            cell: (rule, change, at) => (
              <Pick
                optional
                name={t.product}
                at={`${at}.product`}
                value={rule.product}
                options={products}
                onChange={(product) => change({ product })}
              />
            ),
          },
        ]}
      />
    </Section>
  )
}
