// How right the rule itself is, without a platform around it: thirty simulated days through the flat 24 hours, the default limits and the learnt
// ones, all on the same parcels.
//   bench/run silence [parcelsPerDay=4000] [seed=7] [start=2026-10-11T16:00:00Z] [shape=standing]
import { output, table } from './support.mjs';

const [parcels = 4_000, seed = 7, start = '2026-10-11T16:00:00Z', shape = 'standing'] = process.argv.slice(2);
const out = output('mvn', ['-q', 'test', '-pl', 'core,client,simulator', '-Dtests.exclude=', '-Dtest=SilencePrecisionTest',
  '-Dsurefire.failIfNoSpecifiedTests=false', `-Dparcels=${parcels}`, `-Dseed=${seed}`, `-Dstart=${start}`, `-Dshape=${shape}`]);
table([['parcels a day, days, seed, first day, shape', `${parcels}, 30, ${seed}, ${start}, ${shape}`],
  ...out.split('\n').map((line) => /^(flat 24 h|defaults|learnt|learnt, from the ninth day): +(precision.*%)/.exec(line)).filter(Boolean).map(([, rule, score]) => [rule, score])]);
