import { PageFrame } from '../../shared/ui'
import { ticketCopy } from '../ticket'

export default function DeskPage() {
  return <PageFrame title={ticketCopy.use().desk}>{null}</PageFrame>
}
