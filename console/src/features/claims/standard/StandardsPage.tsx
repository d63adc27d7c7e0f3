import type { ComponentProps } from 'react'
import { ErrorState, PageFrame, SkeletonRows } from '../../../shared/ui'
import { Versions } from '../../../shared/version'
import { useCan } from '../../identity'
import { useStandard, useStandardAct, useStandards } from './api'
import { standardCopy } from './copy'
import { Pane } from './Pane'

/** All versions of the claim standard with its policy, and beside them the one that was opened. */
export default function StandardsPage() {
  const t = standardCopy.use()
  const mayWrite = useCan()('claim.standard')
  const act = useStandardAct()
  return (
    <PageFrame title={t.title}>
      <Versions
        title={t.versions}
        hint={mayWrite ? t.hint : `${t.hint} ${t.readOnly}`}
        empty={t.empty}
        packaged={t.packaged}
        mayWrite={mayWrite}
        list={useStandards()}
        beginning={act.isPending}
        onBegin={(from, note, done) =>
          act.mutate({ act: 'begin', from, note }, { onSuccess: ({ row }) => done(row) })
        }
        pane={(asked) => <Open key={asked.version} {...asked} />}
      />
    </PageFrame>
  )
}

function Open(props: { version: number } & Omit<ComponentProps<typeof Pane>, 'view' | 'reload'>) {
  const { data, error, refetch } = useStandard(props.version)
  return (
    <>
      {error !== null && (
        <ErrorState error={error} over={data !== undefined} onRetry={() => void refetch()} />
      )}
      {data === undefined && error === null && <SkeletonRows rows={10} height={40} />}
      {data !== undefined && (
        <Pane {...props} view={data} reload={() => refetch().then((read) => read.data)} />
      )}
    </>
  )
}
