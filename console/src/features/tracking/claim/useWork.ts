import { useContext, useState } from 'react'
import { ApiProblem } from '../../../api/problem'
import { Ended } from './ended'

/** Does one thing at a time and keeps why it was not done. */
export function useWork() {
  const ended = useContext(Ended)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<ApiProblem | null>(null)

  async function run<T>(work: () => Promise<T>): Promise<T | null> {
    if (busy) return null
    setBusy(true)
    setProblem(null)
    try {
      return await work()
    } catch (caught) {
      const refused = caught instanceof ApiProblem ? caught : new ApiProblem(500, 'UNEXPECTED')
      setProblem(refused)
      if (refused.code === 'PROOF_ENDED') ended()
      return null
    } finally {
      setBusy(false)
    }
  }

  return { busy, problem, setProblem, run }
}
