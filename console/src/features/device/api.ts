import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api } from '../../api/client'
import { keys } from '../../api/query'
import type { components } from '../../api/schema'
import type { Page } from '../../api/types'
import { usePages } from '../../shared/ui'
import type { DeviceFilter } from './model'

type Schemas = components['schemas']
export type DeviceBoard = Schemas['DeviceBoardView']
export type DeviceGroup = Schemas['DeviceGroup']
export type DeviceRow = Schemas['DeviceRow']
export type Device = Schemas['DeviceView']
export type DevicePlan = Schemas['DevicePlanView']
export type DeviceBody = Schemas['DeviceBody']
export type PlanBody = Schemas['DevicePlanBody']

/** Lags are counted every few minutes and judged every hour. */
const EVERY_MS = 60_000

export function useDeviceBoard(unit: string) {
  return useQuery({
    queryKey: [...keys.devices, 'board', unit],
    queryFn: ({ signal }) => api.get<DeviceBoard>('/devices/board', { unit }, signal),
    refetchInterval: EVERY_MS,
    placeholderData: (previous) => previous,
  })
}

export function useDevices(filter: DeviceFilter) {
  const { show } = filter
  return usePages<DeviceRow>(keys.devices, '/devices', {
    unit: filter.unit,
    model: filter.model,
    code: filter.code,
    slow: show === 'slow' ? true : null,
    registered: show === 'unregistered' ? false : null,
    plan: show === 'NEEDED' || show === 'OPEN' || show === 'LATE' || show === 'DONE' ? show : null,
  })
}

/** A scanner wherever it is used within reach. */
export function useDevicePlaces(code: string) {
  return useQuery({
    queryKey: [...keys.devices, 'places', code],
    queryFn: async ({ signal }) => {
      const page = await api.get<Page<DeviceRow>>('/devices', { code, limit: 200 }, signal)
      return page.items.filter((row) => row.code === code)
    },
  })
}

export function useDevice(code: string, registered: boolean) {
  return useQuery({
    queryKey: [...keys.devices, 'one', code],
    queryFn: ({ signal }) => api.get<Device>(`/devices/${encodeURIComponent(code)}`, undefined, signal),
    enabled: registered,
  })
}

/** Whatever was changed, the list, the board and the scanner show it; also when somebody else was faster. */
function useChange<T>(send: (what: T) => Promise<unknown>) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: send,
    onSettled: () => client.invalidateQueries({ queryKey: keys.devices }),
  })
}

const plansPath = (code: string) => `/devices/${encodeURIComponent(code)}/plans`

export function useSaveDevice() {
  return useChange(({ code, body }: { code: string; body: DeviceBody }) =>
    api.put<void>(`/devices/${encodeURIComponent(code)}`, body),
  )
}

export function useSavePlan() {
  return useChange(({ code, id, body }: { code: string; id: string | null; body: PlanBody }) =>
    id === null
      ? api.post<unknown>(plansPath(code), body)
      : api.put<unknown>(`${plansPath(code)}/${id}`, body),
  )
}

export function useWithdrawPlan() {
  return useChange(({ code, id, version }: { code: string; id: string; version: number }) =>
    api.delete<void>(`${plansPath(code)}/${id}?version=${version}`),
  )
}
