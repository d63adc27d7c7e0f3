import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api } from '../../api/client'
import { keys } from '../../api/query'
import type {
  Calendar,
  CalendarBody,
  CalendarDay,
  CalendarUnit,
  CalendarVersion,
  DryRunAnswer,
  Holidays,
  KindView,
  NewCalendar,
  NewKind,
  SopBody,
  SopLine,
  SopVersion,
  SopVersionRow,
  WorkingTime,
} from './types'

export function useKinds() {
  return useQuery({
    queryKey: [...keys.sops, 'kinds'],
    queryFn: ({ signal }) => api.get<KindView[]>('/kinds', undefined, signal),
  })
}

export function useSops() {
  return useQuery({
    queryKey: [...keys.sops, 'lines'],
    queryFn: ({ signal }) => api.get<SopLine[]>('/sops', undefined, signal),
  })
}

export function useVersions(code: string) {
  return useQuery({
    queryKey: [...keys.sops, code, 'versions'],
    queryFn: ({ signal }) => api.get<SopVersionRow[]>(`/sops/${code}/versions`, undefined, signal),
  })
}

export function useVersion(code: string, version: number | null) {
  return useQuery({
    queryKey: [...keys.sops, code, version],
    queryFn: ({ signal }) => api.get<SopVersion>(`/sops/${code}/versions/${version}`, undefined, signal),
    enabled: version !== null,
  })
}

/** Anything that changes an SOP; all of its lists are asked for again. */
export type Step =
  | { do: 'begin'; code: string; note: string }
  | { do: 'save'; code: string; version: number; revision: number; note: string; body: SopBody }
  | {
      do: 'submit'
      code: string
      version: number
      revision: number
      effectiveFrom: string | null
      runningToo: boolean
    }
  | { do: 'approve'; code: string; version: number; revision: number }
  | { do: 'return' | 'withdraw'; code: string; version: number; revision: number; reason: string }

function send(step: Step): Promise<SopVersion> {
  const versions = `/sops/${step.code}/versions`
  switch (step.do) {
    case 'begin':
      return api.post(versions, { note: step.note })
    case 'save': {
      const { revision, note, body } = step
      return api.put(`${versions}/${step.version}`, { revision, note, body })
    }
    case 'submit': {
      const { revision, effectiveFrom, runningToo } = step
      return api.post(`${versions}/${step.version}/submit`, { revision, effectiveFrom, runningToo })
    }
    case 'approve':
      return api.post(`${versions}/${step.version}/approve`, { revision: step.revision })
    case 'return':
    case 'withdraw': {
      const { revision, reason } = step
      return api.post(`${versions}/${step.version}/${step.do}`, { revision, reason })
    }
  }
}

export function useStep() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: send,
    onSettled: () => client.invalidateQueries({ queryKey: keys.sops }),
  })
}

export function useDryRun(code: string, version: number, enabled: boolean) {
  return useQuery({
    queryKey: [...keys.sops, code, version, 'dry-run'],
    queryFn: ({ signal }) =>
      api.get<DryRunAnswer>(`/sops/${code}/versions/${version}/dry-run`, undefined, signal),
    enabled,
    refetchInterval: ({ state }) =>
      state.data?.run?.state === 'QUEUED' || state.data?.run?.state === 'RUNNING' ? 1_000 : false,
  })
}

export function useStartDryRun(code: string, version: number) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: () => api.post<DryRunAnswer>(`/sops/${code}/versions/${version}/dry-run`),
    onSuccess: (answer) => client.setQueryData([...keys.sops, code, version, 'dry-run'], answer),
  })
}

export function useSaveKind() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (kind: NewKind | (KindView & { revision: number })) =>
      'revision' in kind
        ? api.put<KindView>(`/kinds/${kind.code}`, {
            revision: kind.revision,
            nameZh: kind.nameZh,
            nameEn: kind.nameEn,
            active: kind.active,
          })
        : api.post<KindView>('/kinds', kind),
    onSettled: () => client.invalidateQueries({ queryKey: keys.sops }),
  })
}

export function useCalendars() {
  return useQuery({
    queryKey: [...keys.calendars, 'list'],
    queryFn: ({ signal }) => api.get<Calendar[]>('/calendars', undefined, signal),
  })
}

export function useDays(code: string, year: number) {
  return useQuery({
    queryKey: [...keys.calendars, code, year],
    queryFn: ({ signal }) => api.get<CalendarDay[]>(`/calendars/${code}/days`, { year }, signal),
    placeholderData: (previous) => previous,
  })
}

export function useHolidays() {
  return useQuery({
    queryKey: [...keys.calendars, 'holidays'],
    queryFn: ({ signal }) => api.get<Holidays>('/holidays', undefined, signal),
  })
}

export function useCalendarUnits() {
  return useQuery({
    queryKey: [...keys.calendars, 'units'],
    queryFn: ({ signal }) => api.get<CalendarUnit[]>('/calendar-units', undefined, signal),
  })
}

export function useWorkingTime(code: string, from: string | null, minutes: number) {
  return useQuery({
    queryKey: [...keys.calendars, code, 'due', from, minutes],
    queryFn: ({ signal }) =>
      api.get<WorkingTime>(`/calendars/${code}/working-time`, { from: from ?? '', minutes }, signal),
    enabled: from !== null && minutes > 0,
    placeholderData: (previous) => previous,
  })
}

export type CalendarStep =
  | { do: 'begin'; calendar: NewCalendar }
  | { do: 'propose'; code: string; source: string; body: CalendarBody }
  | { do: 'approve' | 'withdraw'; code: string; version: number }
  | { do: 'holidays'; text: string }
  | { do: 'keep'; unit: string; calendar: string | null }

function sendCalendar(step: CalendarStep): Promise<CalendarVersion | Holidays | unknown> {
  switch (step.do) {
    case 'begin':
      return api.post('/calendars', step.calendar)
    case 'propose':
      return api.post(`/calendars/${step.code}/versions`, {
        source: step.source,
        effectiveFrom: null,
        body: step.body,
      })
    case 'approve':
    case 'withdraw':
      return api.post(`/calendars/${step.code}/versions/${step.version}/${step.do}`)
    case 'holidays':
      return api.post('/holidays', { text: step.text })
    case 'keep':
      return api.put(`/calendar-units/${step.unit}`, { calendar: step.calendar })
  }
}

export function useCalendarStep() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: sendCalendar,
    onSettled: () => client.invalidateQueries({ queryKey: keys.calendars }),
  })
}
