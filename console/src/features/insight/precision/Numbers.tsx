import type { FindingOutcome, PrecisionRate } from '../../../api/types'
import { sayNumber } from '../../../shared/time'
import type { Meaning } from '../../../shared/ui'
import { insightCopy } from '../copy'
import { BigNumber } from '../parts/BigNumber'
import { sayShare } from '../words'
import { type Standing, standing } from './model'
import styles from './Precision.module.css'

const MEANING: Record<Standing, Meaning> = { above: 'good', below: 'act', unsure: 'plain', none: 'plain' }

interface Props {
  rate: PrecisionRate
  target: number
  to: ((outcome?: FindingOutcome) => string) | null
}

/** The share, and what it is made of; each number opens its findings. */
export function Numbers({ rate, target, to }: Props) {
  const t = insightCopy.use()
  return (
    <section className={styles.numbers} aria-label={t.prec.title}>
      <BigNumber
        label={t.precision}
        value={sayShare(rate.precision)}
        meaning={MEANING[standing(rate, target)]}
        means={
          rate.precision === null
            ? t.prec.notJudged
            : t.prec.sure(sayShare(rate.low), sayShare(rate.high), sayShare(target))
        }
        to={null}
      />
      <BigNumber
        label={t.prec.raised}
        value={sayNumber(rate.raised)}
        means={t.prec.raisedMeans}
        to={to?.() ?? null}
      />
      <BigNumber
        label={t.right}
        value={sayNumber(rate.right)}
        means={t.prec.rightMeans}
        to={to?.('RIGHT') ?? null}
      />
      <BigNumber
        label={t.prec.unaided}
        value={sayNumber(rate.unaided)}
        means={t.prec.unaidedMeans}
        to={to?.('UNAIDED') ?? null}
      />
      <BigNumber
        label={t.prec.late}
        value={sayNumber(rate.late)}
        means={t.prec.lateMeans(sayNumber(rate.excused + rate.dismissed))}
        to={to?.('LATE') ?? null}
      />
      <BigNumber
        label={t.undecided}
        value={sayNumber(rate.undecided)}
        means={t.prec.undecidedMeans}
        to={to?.('UNDECIDED') ?? null}
      />
    </section>
  )
}
