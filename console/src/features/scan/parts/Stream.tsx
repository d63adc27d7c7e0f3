import { sayNumber } from '../../../shared/time'
import { ErrorState, Figure, Figures, Section } from '../../../shared/ui'
import { useStream } from '../api'
import { scanCopy } from '../copy'
import styles from '../ImportsPage.module.css'

const A_MEGABYTE = 1_000_000

/** How the whole network's stream is; nothing where there is none. */
export function Stream() {
  const t = scanCopy.use().stream
  const stream = useStream()
  const state = stream.data
  if (stream.isError) {
    return (
      <Section title={t.title}>
        <ErrorState error={stream.error} over={state !== undefined} onRetry={() => void stream.refetch()} />
      </Section>
    )
  }
  if (
    state === undefined ||
    (state.state === 'CLOSED' && state.troubles.length === 0 && state.picked === 0)
  ) {
    return null
  }
  const here = state.state !== 'CLUSTER'
  return (
    <Section title={t.title}>
      <p className={styles.above}>{here ? t.hint : t.clusterHint}</p>
      {state.troubles.map((trouble) => (
        <p key={trouble} role="alert">
          {trouble}
        </p>
      ))}
      <Figures>
        <Figure
          label={t.state}
          value={t.states[state.state as keyof typeof t.states] ?? state.state}
          means={t.stateMeans[state.state as keyof typeof t.stateMeans] ?? ''}
          act={state.state === 'FULL' || state.state === 'FAILED'}
        />
        {here && (
          <>
            <Figure label={t.behind} value={sayNumber(state.behind)} means={t.behindMeans} />
            <Figure
              label={t.parcels}
              value={sayNumber(state.parcels)}
              means={t.parcelsMean(sayNumber(Math.round(state.bytes / A_MEGABYTE)))}
            />
          </>
        )}
        <Figure label={t.picked} value={sayNumber(state.picked)} means={t.pickedMeans} />
        <Figure label={t.toPick} value={sayNumber(state.toPick)} means={t.toPickMeans} />
        {state.senders > 0 && (
          <Figure
            label={t.missing}
            value={sayNumber(state.missing)}
            means={(state.missing > 0 ? t.missingMeans : t.noneMissing)(sayNumber(state.senders))}
            act={state.missing > 0}
          />
        )}
      </Figures>
    </Section>
  )
}
