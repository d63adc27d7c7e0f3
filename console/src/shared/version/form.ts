import { createContext, useContext } from 'react'

interface VersionForm {
  /** Only read. */
  locked: boolean
  /** What would be right at a field, where it is wrong. */
  wrong: (field: string) => string[]
}

/** What every field of a version needs to know. */
export const VersionFormContext = createContext<VersionForm>({ locked: true, wrong: () => [] })

export const useVersionForm = () => useContext(VersionFormContext)
