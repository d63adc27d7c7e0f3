import { createContext } from 'react'

/** Told when the proof has run out, wherever on the page that is found out. */
export const Ended = createContext<() => void>(() => undefined)
