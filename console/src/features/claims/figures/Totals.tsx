import type { ClaimSums } from '../../../api/types'
import { sayFen } from '../../../shared/money'
import { sayNumber } from '../../../shared/time'
import { Figure, Figures, Section } from '../../../shared/ui'
import { figuresCopy } from './copy'
import { sayHours, sayOf, sayPart } from './share'

const AIM = 0.8

/** How many, how quick and how much, each with what it is divided by. */
export function Totals({ all }: { all: ClaimSums }) {
  const t = figuresCopy.use()
  const ofPaid = all.paid === 0 ? t.noPaid : t.ofPaid(sayNumber(all.paid))
  return (
    <>
      <Section title={t.many}>
        <Figures>
          <Figure label={t.applied} value={sayNumber(all.claims)} means={t.inPeriod} />
          <Figure label={t.paid} value={sayPart(all.paid, all.claims)} means={sayOf(all.paid, all.claims)} />
          <Figure
            label={t.refused}
            value={sayPart(all.refused, all.claims)}
            means={sayOf(all.refused, all.claims)}
          />
        </Figures>
      </Section>
      <Section title={t.quickly}>
        <Figures>
          <Figure
            label={t.quick}
            value={sayPart(all.quick, all.paid)}
            means={t.quickAim(sayOf(all.quick, all.paid))}
            act={all.paid > 0 && all.quick / all.paid < AIM}
          />
          <Figure
            label={t.withinDay}
            value={sayPart(all.withinDay, all.paid)}
            means={sayOf(all.withinDay, all.paid)}
          />
          <Figure label={t.half} value={sayHours(all.halfHours, all.paid)} means={ofPaid} />
          <Figure label={t.most} value={sayHours(all.mostHours, all.paid)} means={ofPaid} />
        </Figures>
      </Section>
      <Section title={t.much}>
        <Figures>
          <Figure label={t.paidMoney} value={sayFen(all.paidFen)} means={t.forPaid(sayNumber(all.paid))} />
          <Figure
            label={t.each}
            value={all.paid === 0 ? '–' : sayFen(Math.round(all.paidFen / all.paid))}
            means={all.paid === 0 ? t.noPaid : t.forPaid(sayNumber(all.paid))}
          />
        </Figures>
      </Section>
    </>
  )
}
