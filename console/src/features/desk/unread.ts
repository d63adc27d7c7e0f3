import type { Contact } from '../../api/types'
import type { RoomView } from './talk/Rooms'

/** What the socket has heard is newer than what the list said; what was read here is not unread again. */
export function unreadOf(contact: Contact, room: RoomView): number {
  return room.newest === null ? contact.unread : room.unread
}
