import { useSearchParams } from 'react-router'

/** Sets or removes a filter in the address, where a link and the way back keep it. */
export function useSetFilter(onChange: () => void) {
  const [, setParams] = useSearchParams()
  return (name: string, value: string | null) => {
    onChange()
    setParams(
      (old) => {
        const next = new URLSearchParams(old)
        if (value === null || value === '') next.delete(name)
        else next.set(name, value)
        return next
      },
      { replace: true },
    )
  }
}
