/** The shapes of kinds, SOPs and calendars under the names that these pages use; all come from the generated schema. */
import type { components } from '../../api/schema'

type Schemas = components['schemas']

export type KindView = Schemas['TicketKindView']
export type NewKind = Schemas['NewKind']
export type SopLine = Schemas['SopLine']
export type SopVersionRow = Schemas['SopVersionRow']
export type SopVersion = Schemas['SopVersionView']
export type SopBody = Schemas['SopBody']
export type SopStage = Schemas['StageBody']
export type SopStageName = SopStage['stage']
export type Party = SopStage['party']
export type Warning = Schemas['WarningBody']
export type Change = SopVersion['changes'][number]
export type Flaw = SopVersion['flaws'][number]
export type DryRunAnswer = Schemas['DryRunAnswer']
export type DryRun = NonNullable<DryRunAnswer['run']>
export type DryRunRow = DryRun['rows'][number]

export type Calendar = Schemas['CalendarLine']
export type CalendarVersion = Schemas['CalendarVersionView']
export type CalendarBody = Schemas['CalendarBody']
export type CalendarDay = Schemas['CalendarDay']
export type NewCalendar = Schemas['NewCalendar']
export type CalendarUnit = Schemas['KeepingView']
export type Holidays = Schemas['HolidaysView']
export type WorkingTime = Schemas['WorkingTime']
export type Weekday = CalendarBody['week'][number]['day']
export type ShiftHours = CalendarBody['week'][number]['shifts'][number]
