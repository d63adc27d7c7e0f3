import { useEffect, useState } from 'react'
import { ApiProblem } from '../../../api/problem'
import { sayProblem } from '../../../shared/problems'
import { sayDuration } from '../../../shared/time'
import { identityCopy } from '../copy'

/** Why signing in failed; a lock-out counts down. */
export function SignInProblem({ problem }: { problem: unknown }) {
  const t = identityCopy.use()
  const seconds =
    problem instanceof ApiProblem && problem.code === 'LOCKED_OUT' ? problem.retryAfterSeconds : null
  const left = useCountdown(problem, seconds ?? 0)
  return seconds !== null && left > 0 ? t.lockedUntil(sayLeft(left)) : sayProblem(problem)
}

function sayLeft(seconds: number): string {
  return sayDuration(Math.ceil(seconds / 60) * 60_000)
}

function useCountdown(since: unknown, seconds: number): number {
  const [left, setLeft] = useState(seconds)
  // biome-ignore lint/correctness/useExhaustiveDependencies: each new refusal starts the count again
  useEffect(() => {
    const end = Date.now() + seconds * 1000
    setLeft(seconds)
    const timer = setInterval(() => setLeft(Math.max(0, Math.ceil((end - Date.now()) / 1000))), 1000)
    return () => clearInterval(timer)
  }, [since, seconds])
  return left
}
