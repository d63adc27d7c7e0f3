import { createContext, useContext } from 'react'

interface TariffForm {
  /** Only read. */
  locked: boolean
  /** What would be right at a field, where it is wrong. */
  wrong: (field: string) => string[]
}

/** What every field of a version needs to know. */
export const TariffFormContext = createContext<TariffForm>({ locked: true, wrong: () => [] })

export const useTariffForm = () => useContext(TariffFormContext)
