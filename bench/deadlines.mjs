// Deadlines of cases with many of them open: how late each fires when thousands fall due every second, and whether each fires once although one of two
// nodes is killed in the middle.
//   bench/run deadlines [open=1000000] [due a second=2000] [seconds=60]
import { setTimeout as pause } from 'node:timers/promises';
import { Own } from './cases/own.mjs';
import { spread, table } from './support.mjs';

const [open = 1_000_000, perSecond = 2_000, seconds = 60] = process.argv.slice(2).map(Number);
const own = new Own();
let other;

/** Sets so many deadlines, evenly over the seconds, the first some seconds from now; gives back the instant of the first. */
function setDeadlines(count, overSeconds, ahead) {
  own.dueSpread(count, overSeconds, ahead);
  return Number(own.sql('-At', '-c', 'select extract(epoch from min(due)) * 1000 from public.bench_due'));
}

/** Waits until nothing that was set is due any more, and counts. */
async function outcome() {
  await own.untilAllFired();
  const [firings, tickets, most, fired] = own.sql('-At', '-c', `select count(*), count(distinct ticket_id), max(times), count(*) / greatest(1, extract(epoch from max(at) - min(at)))::int
    from (select ticket_id, at, count(*) over (partition by ticket_id) as times from public.bench_fired) as f`).trim().split('|').map(Number);
  return { firings, tickets, most, fired, late: own.lateness() };
}

const timely = ({ late }) => {
  const { median, p99, worst } = spread(late);
  return `${median.toFixed(3)} / ${p99.toFixed(3)} / ${worst.toFixed(3)}`;
};
const once = (set, { firings, tickets, most }) => `${set.toLocaleString('en')} set, ${tickets.toLocaleString('en')} fired, ${firings.toLocaleString('en')} times, no ticket more than ${most}`;

try {
  await own.start();
  const filling = performance.now();
  await own.fill(open, 0);
  console.error(`${open} open tickets after ${((performance.now() - filling) / 1000).toFixed(0)} s`);
  const rows = [['open tickets', open.toLocaleString('en')]];

  const all = perSecond * seconds;
  setDeadlines(all, 0.001, 20);
  const burst = await outcome();
  rows.push([`one node, all at once: ${once(all, burst)}; fired a second`, burst.fired.toLocaleString('en')]);
  console.error(rows.at(-1).join(' | '));

  setDeadlines(all, seconds, 30);
  const steady = await outcome();
  rows.push([`one node, ${perSecond.toLocaleString('en')} due a second for ${seconds} s: ${once(all, steady)}; seconds late, median / p99 / worst`, timely(steady)]);
  console.error(rows.at(-1).join(' | '));

  other = await own.secondNode();
  const start = setDeadlines(all, seconds, 30);
  await pause(start - Date.now() + (seconds * 1000) / 2);
  await other.kill9();
  const killed = await outcome();
  rows.push([`two nodes, one killed with kill -9 after half of it: ${once(all, killed)}; seconds late, median / p99 / worst`, timely(killed)]);
  table(rows);
} finally {
  await other?.discard();
  await own.discard();
}
