import { useBusinessNow } from '../../../shared/clock/clock'
import { sayNumber, sayTime } from '../../../shared/time'
import { Figure, Figures } from '../../../shared/ui'
import type { Board } from '../api'
import { delayCopy } from '../copy'
import { sayShare } from '../model'

/** How promises stand here now, and how right warnings were of late. */
export function Numbers({ board }: { board: Board }) {
  const t = delayCopy.use()
  const now = useBusinessNow()
  const { lived } = board
  const ended = lived.right + lived.wrong
  return (
    <Figures>
      <Figure
        label={t.numbers.saveable}
        value={sayNumber(board.saveable)}
        means={
          board.firstActBy === null
            ? t.numbers.saveableNone
            : t.numbers.saveableMeans(sayTime(board.firstActBy, now))
        }
        act={board.saveable > 0}
      />
      <Figure label={t.numbers.hardly} value={sayNumber(board.hardly)} means={t.numbers.hardlyMeans} />
      <Figure label={t.numbers.late} value={sayNumber(board.late)} means={t.numbers.lateMeans} />
      <Figure
        label={t.numbers.lived(lived.days)}
        value={ended === 0 ? '—' : sayShare(lived.right / ended)}
        means={t.numbers.livedMeans(sayNumber(lived.right), sayNumber(ended))}
      />
      <Figure
        label={t.numbers.foretold}
        value={lived.missed === 0 ? '—' : sayShare(lived.foretold / lived.missed)}
        means={t.numbers.foretoldMeans(sayNumber(lived.foretold), sayNumber(lived.missed))}
      />
    </Figures>
  )
}
