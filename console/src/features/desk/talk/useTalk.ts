import { createContext, useContext, useEffect, useMemo, useSyncExternalStore } from 'react'
import { api, upload } from '../../../api/client'
import type { SocketTicket } from '../../../api/types'
import { tabId } from '../tab'
import { uuid7 } from '../uuid'
import { Rooms, type RoomView } from './Rooms'
import { SocketTalk } from './SocketTalk'
import type { Line } from './talk'
import { type Uploaded, Uploads } from './Uploads'

let shared: Rooms | null = null

/** The one store of this tab. */
export function rooms(): Rooms {
  shared ??= new Rooms(new SocketTalk(tabId()))
  return shared
}

let files: Uploads | null = null

/** The files of this tab that are on their way. */
export function uploads(): Uploads {
  files ??= new Uploads(
    (conversation, file, onSent) => {
      const form = new FormData()
      form.append('file', file)
      return upload<Uploaded>(`/desk/conversations/${conversation}/files`, form, onSent)
    },
    (posting) => rooms().talk.post(posting),
    uuid7,
  )
  return files
}

/** Other files, for tests. */
export const UploadsContext = createContext<Uploads | null>(null)

/** The files on their way, whose holder renders again when they change. */
export function useUploads(conversation: string): Uploads {
  const found = useContext(UploadsContext) ?? uploads()
  useSyncExternalStore(found.subscribe, () => found.view(conversation))
  return found
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
