import { PageFrame } from '../../shared/ui'
import { parcelCopy } from './copy'

export default function ParcelPage() {
  const t = parcelCopy.use()
  return <PageFrame title={t.parcels}>{null}</PageFrame>
}
