import { useQueryClient } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { useEffect, useRef, useSyncExternalStore } from 'react'
import { useLocation, useNavigate } from 'react-router'
import { putSeat, sayPresence, useDesk } from '../api'
import { deskCopy } from '../copy'
import { guestIn } from '../guests'
import { ring } from '../sound'
import { isHere, subscribeHere } from '../tab'
import { isWhisper } from '../talk/talk'
import { useLineOpen, useRooms } from '../talk/useTalk'
import { toldFirst } from '../told'

const LIVES_EVERY_MS = 5_000

/** Who came to the desk stays there while they look up a parcel: the tab says that it lives, and an offer is heard on every page. */
export default function StayAtDesk() {
  return useSyncExternalStore(subscribeHere, isHere) ? <Staying /> : null
}

function Staying() {
  useLives()
  useLineOpen()
  useOffers()
  useInvitations()
  useWhispers()
  return null
}

function useLives() {
  const client = useQueryClient()
  useEffect(() => {
    const say = () =>
      sayPresence('LIVES')
        .then((seat) => putSeat(client, seat))
        .catch(() => undefined)
    // A page that goes says nothing: it may be a reload, and whoever reloads must not lose their conversations. The lease ends by itself.
    const back = (event: PageTransitionEvent) => {
      if (event.persisted) void say()
    }
    void say()
    const timer = setInterval(say, LIVES_EVERY_MS)
    window.addEventListener('pageshow', back)
    return () => {
      clearInterval(timer)
      window.removeEventListener('pageshow', back)
    }
  }, [client])
}

function useOffers() {
  const t = deskCopy.use()
  const { notification } = App.useApp()
  const navigate = useNavigate()
  const { pathname } = useLocation()
  const { data } = useDesk()
  const known = useRef(new Set<string>())
  const offers = data?.contacts.filter((contact) => contact.state === 'OFFERED')
  const onDesk = pathname === '/desk'
  useEffect(() => {
    if (offers === undefined) return
    const now = new Set(offers.map((offer) => offer.id))
    for (const gone of known.current) if (!now.has(gone) || onDesk) notification.destroy(`offer-${gone}`)
    for (const offer of offers) {
      if (known.current.has(offer.id)) continue
      const title = t.offerTitle(offer.customer.name)
      ring()
      if (document.visibilityState === 'hidden') notifySystem(title, t.offerBody, offer.id)
      if (!onDesk) {
        notification.info({
          key: `offer-${offer.id}`,
          message: title,
          description: t.offerBody,
          duration: 0,
          actions: (
            <Button
              type="primary"
              onClick={() => {
                notification.destroy(`offer-${offer.id}`)
                void navigate('/desk')
              }}
            >
              {t.goToDesk}
            </Button>
          ),
        })
      }
    }
    known.current = now
  }, [offers, onDesk, notification, navigate, t])
}

/** Whoever is asked to have a look is told once, whatever page they look at. */
function useInvitations() {
  const t = deskCopy.use()
  const { notification } = App.useApp()
  const navigate = useNavigate()
  const { pathname, search } = useLocation()
  const onDesk = pathname === '/desk'
  const open = onDesk ? new URLSearchParams(search).get('contact') : null
  const { data } = useDesk()
  const known = useRef(new Set<string>())
  // Whoever has it before them has come; what asked them to would only cover it.
  useEffect(() => {
    if (open !== null) notification.destroy(`guest-${open}`)
  }, [open, notification])
  useEffect(() => {
    if (data === undefined) return
    const asked = data.guestOf.filter((contact) => guestIn(contact, data.me.person.id)?.here === false)
    for (const contact of asked) {
      const guest = guestIn(contact, data.me.person.id)
      if (guest === undefined || known.current.has(contact.id)) continue
      const key = `guest-${contact.id}`
      const title = t.inviteTitle(guest.by.name)
      ring()
      if (document.visibilityState === 'hidden') notifySystem(title, guest.note, key)
      notification.info({
        key,
        title,
        description: guest.note,
        duration: onDesk ? 6 : 20,
        actions: (
          <Button
            type="primary"
            onClick={() => {
              notification.destroy(key)
              void navigate(`/desk?contact=${contact.id}`)
            }}
          >
            {t.goLook}
          </Button>
        ),
      })
    }
    const now = new Set(asked.map((contact) => contact.id))
    for (const gone of known.current) if (!now.has(gone)) notification.destroy(`guest-${gone}`)
    known.current = now
  }, [data, onDesk, notification, navigate, t])
}

/** What a lead whispers is shown at once and once, whichever conversation is open. */
function useWhispers() {
  const t = deskCopy.use()
  const { notification } = App.useApp()
  const rooms = useRooms()
  const { data } = useDesk()
  const mine = useRef(new Set<string>())
  const me = data?.me.person.name
  useEffect(() => {
    mine.current = new Set(data?.contacts.map((contact) => contact.conversation))
  }, [data])
  useEffect(
    () =>
      rooms.onNewest((conversation, item) => {
        const key = `whisper-${conversation}-${item.seq}`
        if (!isWhisper(item) || !mine.current.has(conversation) || item.name === me || !toldFirst(key)) return
        notification.warning({
          key,
          title: t.whisperTitle(item.name),
          description: item.text,
          duration: 15,
        })
      }),
    [rooms, notification, t, me],
  )
}

function notifySystem(title: string, body: string, tag: string) {
  if (typeof Notification === 'undefined' || Notification.permission !== 'granted') return
  const shown = new Notification(title, { body, tag })
  shown.onclick = () => {
    window.focus()
    shown.close()
  }
}
