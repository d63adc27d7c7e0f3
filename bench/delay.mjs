// How well delays are foreseen, without a platform around it: learnt from thirty simulated days, tried on the promises of the five days after that, beside
// the rule "elapsed > promise - 12 h" on the same parcels. Whether a promise was kept is the simulator's truth, known at the end.
//   bench/run delay [parcelsPerDay=4000] [seed=7] [start=2026-10-11T16:00:00Z]
import { execFileSync } from 'node:child_process';
import { table } from './support.mjs';

const [parcels = 4_000, seed = 7, start = '2026-10-11T16:00:00Z'] = process.argv.slice(2);
const out = execFileSync('mvn', ['-q', 'test', '-pl', 'core,client,simulator', '-Dtests.exclude=', '-Dtest=DelayQualityTest',
  '-Dsurefire.failIfNoSpecifiedTests=false', `-Dparcels=${parcels}`, `-Dseed=${seed}`, `-Dstart=${start}`], { encoding: 'utf8' });
table([['parcels a day, learnt days + tried days, seed, first day', `${parcels}, 30 + 5, ${seed}, ${start}`],
  ...out.split('\n').map((line) => /^(\d+ h ahead, [^:]+): +(.*)$/.exec(line)).filter(Boolean).map(([, what, figures]) => [what, figures])]);
