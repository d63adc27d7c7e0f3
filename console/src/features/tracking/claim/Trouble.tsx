import type { ApiProblem } from '../../../api/problem'
import { sayProblem } from '../../../shared/problems'
import track from '../TrackPage.module.css'
import { claimCopy } from './copy'

/** Why something was not done: said to the customer where our own people read other words. */
export function Trouble({ problem }: { problem: ApiProblem | null }) {
  const refused: Record<string, string> = claimCopy.use().refused
  if (problem === null) return null
  const codes = [problem.code, ...problem.errors.map(({ code }) => code)]
  const known = codes.find((code) => Object.hasOwn(refused, code))
  return (
    <p role="alert" className={track.alert}>
      {known === undefined ? sayProblem(problem) : refused[known]}
    </p>
  )
}
