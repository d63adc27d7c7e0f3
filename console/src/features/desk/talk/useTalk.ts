import { createContext, useContext, useEffect, useMemo, useSyncExternalStore } from 'react'
import { api } from '../../../api/client'
import type { SocketTicket } from '../../../api/types'
import { tabId } from '../tab'
import { Rooms, type RoomView } from './Rooms'
import { SocketTalk } from './SocketTalk'
import type { Line } from './talk'

let shared: Rooms | null = null

/** The one store of this tab. */
export function rooms(): Rooms {
  shared ??= new Rooms(new SocketTalk(tabId()))
  return shared
}

/** Another store, for tests. */
export const RoomsContext = createContext<Rooms | null>(null)

export function useRooms(): Rooms {
  return useContext(RoomsContext) ?? rooms()
}

let users = 0
let stop: (() => void) | null = null

/** Keeps the line open while anybody who asks for it is shown. */
export function useLineOpen(): void {
  const own = useContext(RoomsContext)
  useEffect(() => {
    if (own !== null) return
    users += 1
    stop ??= rooms().talk.start(() => api.post<SocketTicket>('/desk/socket'))
    return () => {
      users -= 1
      if (users === 0) {
        stop?.()
        stop = null
      }
    }
  }, [own])
}

export function useRoom(conversation: string): RoomView {
  const all = useRooms()
  const subscribe = useMemo(
    () => (listener: () => void) => all.subscribe(conversation, listener),
    [all, conversation],
  )
  return useSyncExternalStore(subscribe, () => all.view(conversation))
}

export function useLine(): Line {
  const all = useRooms()
  const subscribe = useMemo(() => (listener: () => void) => all.subscribeLine(listener), [all])
  return useSyncExternalStore(subscribe, () => all.lineNow())
}
