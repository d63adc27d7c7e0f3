import { App, Button, Popconfirm } from 'antd'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import { useBusinessNow } from '../../shared/clock/clock'
import { sayProblem } from '../../shared/problems'
import { sayNumber, sayTime, ZONE } from '../../shared/time'
import { cx, ErrorState, PageFrame, Section, SkeletonRows, Tag } from '../../shared/ui'
import { useCan } from '../identity'
import { type CalendarStep, useCalendarStep, useCalendars, useHolidays } from './api'
import styles from './Calendars.module.css'
import { sopCopy } from './copy'
import { HolidayDrawer } from './parts/HolidayDrawer'
import { HoursDrawer } from './parts/HoursDrawer'
import { Keeping } from './parts/Keeping'
import { TryOut } from './parts/TryOut'
import { YearView } from './parts/YearView'
import type { Calendar, CalendarBody, CalendarVersion, Holidays } from './types'
import { useCalendarName } from './useCalendarName'

const WARN_DAYS = 60

/** Which hours count as working time: the calendars, a year of each, holidays, and which unit keeps which. */
export default function CalendarsPage() {
  const t = sopCopy.use().calendars
  const words = sopCopy.use()
  const can = useCan()
  const { message } = App.useApp()
  const { code } = useParams()
  const calendars = useCalendars()
  const holidays = useHolidays()
  const step = useCalendarStep()
  const nameOf = useCalendarName(calendars.data)
  const [opened, setOpened] = useState<'new' | 'change' | 'holidays' | null>(null)
  const chosen = calendars.data?.find((one) => one.code === code) ?? calendars.data?.[0]
  const write = can('calendar.write')

  function take(wanted: CalendarStep, done: string) {
    step.mutate(wanted, {
      onSuccess: () => {
        message.success(done)
        setOpened(null)
      },
      onError: (problem) => message.error(sayProblem(problem)),
    })
  }
  return (
    <PageFrame
      title={t.title}
      aside={holidays.data && t.knownThrough(holidays.data.knownThrough)}
      actions={write && <Button onClick={() => setOpened('new')}>{t.add}</Button>}
    >
      <div className={styles.page}>
        <p className={styles.soft}>{t.hint}</p>
        {holidays.data && (
          <RunningOut holidays={holidays.data} onEnter={write ? () => setOpened('holidays') : undefined} />
        )}
        {calendars.error !== null && (
          <ErrorState
            error={calendars.error}
            over={calendars.data !== undefined}
            onRetry={() => void calendars.refetch()}
          />
        )}
        {calendars.data === undefined && calendars.error === null && <SkeletonRows rows={12} />}
        {calendars.data !== undefined && (
          <nav className={styles.tabs} aria-label={t.title}>
            {calendars.data.map((one) => (
              <Link
                key={one.code}
                to={`/calendars/${one.code}`}
                className={cx(styles.tab, one === chosen && styles.here)}
                aria-current={one === chosen ? 'page' : undefined}
              >
                <strong>{nameOf(one.code)}</strong>
                <Open calendar={one} />
              </Link>
            ))}
          </nav>
        )}
        {chosen !== undefined && (
          <div className={styles.columns}>
            <div className={styles.side}>
              {chosen.inForce === null ? null : <YearView code={chosen.code} />}
              <Keeping calendars={calendars.data ?? []} nameOf={nameOf} take={take} busy={step.isPending} />
            </div>
            <div className={styles.side}>
              <Section
                title={t.week}
                extra={
                  write && (
                    <Button size="small" onClick={() => setOpened('change')}>
                      {t.change}
                    </Button>
                  )
                }
              >
                {chosen.inForce !== null && <Hours body={chosen.inForce.body} />}
                {chosen.inForce !== null && (
                  <p className={styles.faint}>
                    {words.versionOf(sayNumber(chosen.inForce.version))} · {chosen.inForce.source} ·{' '}
                    {chosen.inForce.author}
                  </p>
                )}
              </Section>
              {chosen.underWay.length > 0 && (
                <Section title={t.proposals}>
                  {chosen.underWay.map((version) => (
                    <Proposal
                      key={version.version}
                      version={version}
                      write={write}
                      busy={step.isPending}
                      onStep={(what) =>
                        take({ do: what, code: version.code, version: version.version }, words.saved)
                      }
                    />
                  ))}
                </Section>
              )}
              {chosen.inForce !== null && <TryOut code={chosen.code} />}
              {holidays.data && (
                <Years holidays={holidays.data} onEnter={write ? () => setOpened('holidays') : undefined} />
              )}
            </div>
          </div>
        )}
      </div>
      {(opened === 'new' || (opened === 'change' && chosen !== undefined)) && (
        <HoursDrawer
          calendar={opened === 'change' ? (chosen ?? null) : null}
          saving={step.isPending}
          onSave={(wanted) => take(wanted, words.submitted)}
          onClose={() => setOpened(null)}
        />
      )}
      {opened === 'holidays' && holidays.data && (
        <HolidayDrawer
          next={Number(holidays.data.knownThrough.slice(0, 4)) + 1}
          saving={step.isPending}
          onSave={(text) => take({ do: 'holidays', text }, t.entered)}
          onClose={() => setOpened(null)}
        />
      )}
    </PageFrame>
  )
}

function Open({ calendar }: { calendar: Calendar }) {
  const t = sopCopy.use()
  const now = useBusinessNow()
  if (calendar.inForce === null) return <Tag meaning="watch">{t.state.PROPOSED}</Tag>
  const words =
    calendar.openNow === null ? t.calendars.unknown : calendar.openNow ? t.calendars.open : t.calendars.closed
  return (
    <span className={styles.faint}>
      {words}
      {calendar.nextOpen !== null && ` · ${t.calendars.opens(sayTime(calendar.nextOpen, now))}`}
    </span>
  )
}

function RunningOut({ holidays, onEnter }: { holidays: Holidays; onEnter?: () => void }) {
  const t = sopCopy.use().calendars
  if (holidays.daysLeft > WARN_DAYS) return null
  const over = holidays.daysLeft < 0
  return (
    <div className={cx(styles.warn, over && styles.over)} role="status">
      <span>
        {over
          ? t.ranOut(holidays.knownThrough)
          : t.runsOut(holidays.knownThrough, sayNumber(holidays.daysLeft))}
      </span>
      {onEnter && (
        <Button size="small" onClick={onEnter}>
          {t.enterYear(String(Number(holidays.knownThrough.slice(0, 4)) + 1))}
        </Button>
      )}
    </div>
  )
}

function Hours({ body }: { body: CalendarBody }) {
  const t = sopCopy.use().calendars
  return (
    <>
      <ul className={styles.list}>
        {body.week.map((day) => (
          <li key={day.day}>{t.everyWeek(t.days[day.day], sayShifts(day.shifts))}</li>
        ))}
      </ul>
      <p className={styles.soft}>
        {body.closedOnHolidays ? t.holidaysFollow : t.holidaysIgnored}
        {body.makeUpDaysLike !== null && `；${t.makeUpLike(t.days[body.makeUpDaysLike])}`}
      </p>
      {body.exceptions.length > 0 && (
        <ul className={styles.list} aria-label={t.exceptions}>
          {body.exceptions.map((day) => (
            <li key={day.date}>
              {day.date} {day.shifts.length === 0 ? t.off : sayShifts(day.shifts)} {day.reason}
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

export function sayShifts(shifts: { from: string; until: string }[]): string {
  return shifts
    .map(
      ({ from, until }) => `${from.slice(0, 5)}–${until.startsWith('00:00') ? '24:00' : until.slice(0, 5)}`,
    )
    .join('、')
}

interface ProposalProps {
  version: CalendarVersion
  write: boolean
  busy: boolean
  onStep: (what: 'approve' | 'withdraw') => void
}

function Proposal({ version, write, busy, onStep }: ProposalProps) {
  const t = sopCopy.use()
  const now = useBusinessNow()
  return (
    <div>
      <p>
        <Tag meaning="act">{t.state[version.state]}</Tag> {t.versionOf(sayNumber(version.version))} ·{' '}
        {version.author} · {version.source}
      </p>
      <p className={styles.faint}>{t.willBe(sayTime(version.effectiveFrom, now))}</p>
      <Hours body={version.body} />
      {write && (
        <div className={styles.entry}>
          {version.state === 'PROPOSED' && (
            <Button
              type="primary"
              size="small"
              loading={busy}
              disabled={version.ownWork}
              title={version.ownWork ? t.approveHint : undefined}
              onClick={() => onStep('approve')}
            >
              {t.approve}
            </Button>
          )}
          <Popconfirm
            title={t.withdraw}
            okText={t.withdraw}
            cancelText={t.cancel}
            onConfirm={() => onStep('withdraw')}
          >
            <Button size="small" danger type="text">
              {t.withdraw}
            </Button>
          </Popconfirm>
          {version.ownWork && version.state === 'PROPOSED' && (
            <span className={styles.faint}>{t.approveHint}</span>
          )}
        </div>
      )}
    </div>
  )
}

function Years({ holidays, onEnter }: { holidays: Holidays; onEnter?: () => void }) {
  const t = sopCopy.use().calendars
  const year = Number(
    new Intl.DateTimeFormat('en', { timeZone: ZONE, year: 'numeric' }).format(useBusinessNow()),
  )
  const shown = holidays.years.filter((one) => one.year >= year)
  return (
    <Section
      title={t.holiday}
      extra={
        onEnter && (
          <Button size="small" onClick={onEnter}>
            {t.enterTitle}
          </Button>
        )
      }
    >
      {shown.map((one) => (
        <div key={one.year}>
          <p className={styles.soft}>
            {t.year(String(one.year))} · {one.source}
          </p>
          <ul className={styles.list}>
            {one.holidays.map((day) => (
              <li key={day.first}>
                {day.name} {day.first} – {day.last}
              </li>
            ))}
          </ul>
          <p className={styles.faint}>
            {t.makeUp}：{one.makeUpDays.join('、')}
          </p>
        </div>
      ))}
    </Section>
  )
}
