// How well delays are foreseen, without a platform around it: learnt from thirty simulated days, tried on the promises of the five days after that, beside
// the rule "elapsed > promise - 12 h" on the same parcels. Whether a promise was kept is the simulator's truth, known at the end.
//   bench/run delay [parcelsPerDay=4000] [seed=7] [start=2026-10-11T16:00:00Z] [shape=standing]
import { output, table } from './support.mjs';

const [parcels = 4_000, seed = 7, start = '2026-10-11T16:00:00Z', shape = 'standing'] = process.argv.slice(2);
const out = output('mvn', ['-q', 'test', '-pl', 'core,client,simulator', '-Dtests.exclude=', '-Dtest=DelayQualityTest',
  '-Dsurefire.failIfNoSpecifiedTests=false', `-Dparcels=${parcels}`, `-Dseed=${seed}`, `-Dstart=${start}`, `-Dshape=${shape}`]);
table([['parcels a day, learnt days + tried days, seed, first day, shape', `${parcels}, 30 + 5, ${seed}, ${start}, ${shape}`],
  ...out.split('\n').map((line) => /^(\d+ h ahead, [^:]+): +(.*)$/.exec(line)).filter(Boolean).map(([, what, figures]) => [what, figures])]);
