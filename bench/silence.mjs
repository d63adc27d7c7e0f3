// How right the rule itself is, without a platform around it: thirty simulated days through the flat 24 hours, the default limits and the learnt
// ones, all on the same parcels.
//   bench/run silence [parcelsPerDay=4000] [seed=7] [start=2026-10-11T16:00:00Z]
import { execFileSync } from 'node:child_process';
import { table } from './support.mjs';

const [parcels = 4_000, seed = 7, start = '2026-10-11T16:00:00Z'] = process.argv.slice(2);
const out = execFileSync('mvn', ['-q', 'test', '-pl', 'core,client,simulator', '-Dtests.exclude=', '-Dtest=SilencePrecisionTest',
  '-Dsurefire.failIfNoSpecifiedTests=false', `-Dparcels=${parcels}`, `-Dseed=${seed}`, `-Dstart=${start}`], { encoding: 'utf8' });
table([['parcels a day, days, seed, first day', `${parcels}, 30, ${seed}, ${start}`],
  ...out.split('\n').map((line) => /^(flat 24 h|defaults|learnt): +(precision.*%)/.exec(line)).filter(Boolean).map(([, rule, score]) => [rule, score])]);
