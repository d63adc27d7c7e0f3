import { ErrorState, SkeletonRows } from '../../../shared/ui'
import { Versions as VersionList } from '../../../shared/version'
import { useCan } from '../../identity'
import { useTariff, useTariffAct, useTariffs } from '../api'
import { tariffCopy } from './copy'
import { VersionPane } from './VersionPane'

/** All versions of the prices, and beside them the one that was opened. */
export function Versions() {
  const t = tariffCopy.use()
  const mayWrite = useCan()('tariff.manage')
  const act = useTariffAct()
  return (
    <VersionList
      title={t.versions}
      hint={mayWrite ? t.hint : `${t.hint} ${t.readOnly}`}
      empty={t.empty}
      packaged={t.packaged}
      mayWrite={mayWrite}
      list={useTariffs()}
      beginning={act.isPending}
      onBegin={(from, note, done) =>
        act.mutate({ act: 'begin', from, note }, { onSuccess: ({ row }) => done(row) })
      }
      pane={(asked) => <Open key={asked.version} {...asked} />}
    />
  )
}

function Open(props: {
  version: number
  inForce: number | null
  onClose: () => void
  onUnsaved: (unsaved: boolean) => void
}) {
  const { data, error, refetch } = useTariff(props.version)
  return (
    <>
      {error !== null && (
        <ErrorState error={error} over={data !== undefined} onRetry={() => void refetch()} />
      )}
      {data === undefined && error === null && <SkeletonRows rows={10} height={40} />}
      {data !== undefined && (
        <VersionPane {...props} view={data} reload={() => refetch().then((read) => read.data)} />
      )}
    </>
  )
}
