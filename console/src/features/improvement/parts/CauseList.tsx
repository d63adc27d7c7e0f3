import { Button } from 'antd'
import { Link } from 'react-router'
import { useLocale } from '../../../shared/i18n'
import { sayNumber } from '../../../shared/time'
import type { CauseRow, CauseTable } from '../api'
import { improvementCopy } from '../copy'
import styles from '../ImprovementPage.module.css'
import { sayShare, ticketsPath } from '../model'

interface Props {
  table: CauseTable
  onWhere: (row: CauseRow) => void
}

/** A bar for each cause and one for each of its weeks; each opens the tickets it counts. */
export function CauseList({ table, onWhere }: Props) {
  const t = improvementCopy.use()
  const locale = useLocale()
  const most = Math.max(...table.causes.map((row) => row.tickets), 1)
  return (
    <ul className={styles.rows}>
      {table.causes.map((row) => {
        const name = locale === 'zh-CN' ? row.nameZh : row.nameEn
        const top = Math.max(...row.weekly, 1)
        return (
          <li key={row.code} className={styles.cause}>
            <span>
              {name} <small>{t.departments[row.department]}</small>
            </span>
            <Link
              className={styles.bar}
              aria-label={t.openTickets(name)}
              to={ticketsPath(row.code, table.from, table.until, table.unit.code)}
            >
              <i style={{ width: `${(row.tickets / most) * 60}%` }} />
              <b>{sayNumber(row.tickets)}</b>
              <small>{sayShare(row.tickets, table.ended)}</small>
            </Link>
            <div className={styles.weeks}>
              {table.mondays.map((week, i) => {
                const count = row.weekly[i] ?? 0
                const say = t.week(week.monday, sayNumber(count), sayNumber(week.ended))
                return (
                  <Link
                    key={week.monday}
                    title={say}
                    aria-label={`${name} ${say}`}
                    to={ticketsPath(row.code, week.from, week.until, table.unit.code)}
                  >
                    <i style={{ height: `${(count / top) * 100}%` }} />
                  </Link>
                )
              })}
            </div>
            <Button size="small" onClick={() => onWhere(row)}>
              {t.where}
            </Button>
          </li>
        )
      })}
    </ul>
  )
}
