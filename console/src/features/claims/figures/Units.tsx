import { Table } from 'antd'
import type { ClaimFigures, ClaimSums } from '../../../api/types'
import { sayFen } from '../../../shared/money'
import { sayNumber } from '../../../shared/time'
import { Section } from '../../../shared/ui'
import { figuresCopy } from './copy'
import styles from './Figures.module.css'
import { sayHours, sayOf, sayPart } from './share'

type Row = ClaimFigures['units'][number]

/** What can be divided by nothing sorts below all. */
const part = (value: number, all: number) => (all === 0 ? -1 : value / all)

/** The units, sortable by each figure. */
export function Units({ units }: { units: Row[] }) {
  const t = figuresCopy.use()
  const column = (title: string, by: (sums: ClaimSums) => number, say: (sums: ClaimSums) => string) => ({
    key: title,
    title,
    align: 'end' as const,
    className: 'tabular',
    sorter: (one: Row, other: Row) => by(one.sums) - by(other.sums),
    render: (_: unknown, { sums }: Row) => say(sums),
  })
  const share = (value: number, all: number) =>
    all === 0 ? '–' : `${sayPart(value, all)}（${sayOf(value, all)}）`
  return (
    <Section title={t.byUnit} flush>
      <Table<Row>
        size="small"
        className={styles.table}
        rowKey={({ unit }) => unit.code}
        dataSource={units}
        pagination={units.length > 20 ? { pageSize: 20, showSizeChanger: false } : false}
        scroll={{ x: 820 }}
        columns={[
          { key: 'unit', title: t.unit, render: (_, { unit }) => unit.name },
          column(
            t.claims,
            (sums) => sums.claims,
            (sums) => sayNumber(sums.claims),
          ),
          column(
            t.paidFen,
            (sums) => sums.paidFen,
            (sums) => sayFen(sums.paidFen),
          ),
          column(
            t.quick,
            (sums) => part(sums.quick, sums.paid),
            (sums) => share(sums.quick, sums.paid),
          ),
          column(
            t.withinDay,
            (sums) => part(sums.withinDay, sums.paid),
            (sums) => share(sums.withinDay, sums.paid),
          ),
          column(
            t.halfHours,
            (sums) => part(sums.halfHours, Math.min(1, sums.paid)),
            (sums) => sayHours(sums.halfHours, sums.paid),
          ),
        ]}
      />
    </Section>
  )
}
