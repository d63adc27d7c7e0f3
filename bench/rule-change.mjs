// A new SOP that also holds for running tickets: how long its approval takes, how soon all clocks are counted anew, and what somebody who opens
// tickets meanwhile feels of it.
//   bench/run rule-change [open=1000000] [touched=100000]
import { setTimeout as pause } from 'node:timers/promises';
import { Own } from './cases/own.mjs';
import { spread, table } from './support.mjs';

const [open = 1_000_000, touched = 100_000] = process.argv.slice(2).map(Number);
const SOP = '/api/v1/sops/DELAY/versions';
const own = new Own();

/** Opens tickets one after the other until told to stop; gives back how long each took, in milliseconds. */
async function openUntil(stopped, first) {
  const taken = [];
  for (let i = first; !stopped(); i++) {
    const from = performance.now();
    await own.create(i);
    taken.push(performance.now() - from);
  }
  return taken;
}
const shown = (values) => {
  const { median, p99, worst } = spread(values);
  return `${median.toFixed(1)} / ${p99.toFixed(1)} / ${worst.toFixed(1)}`;
};

try {
  await own.start();
  await own.fill(open, 0);
  own.retype(touched, 'DELAY.TRANSPORT', 'DELAY');
  await own.parcels(1, 5_000);
  await own.parcels(10_000, 10_000);
  const [author, second] = [await own.signIn('zhou.hq'), await own.signIn('qian.hq')];

  const calm = performance.now();
  const before = await openUntil(() => performance.now() - calm > 15_000, 1);
  const draft = await author.call('POST', SOP, {});
  for (const stage of draft.body.stages) stage.normalMinutes = Math.ceil(stage.normalMinutes * 0.9);
  await author.call('PUT', `${SOP}/2`, { revision: 1, note: 'a tenth less', body: draft.body });
  await author.call('POST', `${SOP}/2/submit`, { revision: 2, runningToo: true });

  let over = false;
  const meanwhile = openUntil(() => over, 10_000);
  const from = performance.now();
  await second.call('POST', `${SOP}/2/approve`, { revision: 3 });
  const approved = performance.now() - from;
  while (own.toRecount() > 0) await pause(100);
  const all = performance.now() - from;
  over = true;
  const during = await meanwhile;
  const moved = Number(own.sql('-At', '-c', "select count(*) from ticket.ticket where sop_kind = 'DELAY' and sop_version = 2"));
  if (moved < touched) throw new Error(`${moved} of ${touched} tickets went over to the new SOP`);

  table([
    ['approval, ms', approved.toFixed(0)],
    ['until the last of them was counted anew, s', (all / 1000).toFixed(1)],
    ['counted anew a second', Math.round(touched / (all / 1000)).toLocaleString('en')],
    [`opening a ticket before, ms median / p99 / worst (${before.length})`, shown(before)],
    [`opening a ticket meanwhile, ms median / p99 / worst (${during.length})`, shown(during)],
  ], [`${touched.toLocaleString('en')} of ${open.toLocaleString('en')} open tickets touched`, '']);
} finally {
  await own.discard();
}
