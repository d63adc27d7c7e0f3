// How long create, a step, lists and searches take with ten million closed and one million open cases in the database.
//   bench/run cases-many [open=1000000] [closed=10000000] [calls=1000] [connections=2] [kept data folder, filled by the first run]
import { readFileSync } from 'node:fs';
import { Own } from './cases/own.mjs';
import { latencies, table } from './support.mjs';

const [open = 1_000_000, closed = 10_000_000, calls = 1_000, connections = 2] = process.argv.slice(2, 6).map(Number);
const WORDS = readFileSync(new URL('cases/words.sql', import.meta.url), 'utf8');
const own = new Own(process.argv[6]);
const rows = [];

async function measure(what, request, asked = calls) {
  const { median, p99, worst, perSecond } = await latencies(asked, connections, request);
  rows.push([what, `${median.toFixed(1)} / ${p99.toFixed(1)} / ${worst.toFixed(1)}`, Math.round(perSecond).toLocaleString('en')]);
  console.error(rows.at(-1).join(' | '));
}

try {
  await own.start();
  const filling = performance.now();
  await own.fill(open, closed);
  const size = own.sql('-At', '-c', 'select round(pg_database_size(current_database()) / 1e9, 1)').trim();
  console.error(`${open} open and ${closed} closed cases, ${size} GB, after ${((performance.now() - filling) / 1000).toFixed(0)} s`);
  // So much of it as the measuring will open, and some more; the platform's picture of the tables must not be that of an empty one.
  await own.parcels(1, Math.ceil(calls * 1.1) + 10);
  const people = { agent: own.agent, outlet: own.clerk, region: await own.signIn('chen.region'), headquarters: await own.signIn('zhou.hq') };

  let number = 0;
  const opened = [];
  await measure('create', async () => opened.push(await own.create(++number)));
  await measure('a step of a ticket', () => own.step(opened.pop()), Math.floor(calls * 0.98));
  await measure('list by time left, first page: mine, an outlet', () => own.list('&view=mine', people.outlet));
  await measure('list by time left, first page: mine, a region', () => own.list('&view=mine', people.region));
  await measure('list by time left, first page: everything a region sees', () => own.list('', people.region));
  await measure('list by time left, first page: everything, headquarters', () => own.list('', people.headquarters));
  await measure('list of the closed, first page, headquarters', () => own.list('&state=CLOSED', people.headquarters), calls / 5);
  await measure('numbers beside the views, a region', () => people.region.call('GET', '/api/v1/tickets/counts'), calls / 5);
  await measure('numbers beside the views, headquarters', () => people.headquarters.call('GET', '/api/v1/tickets/counts'), calls / 5);

  const total = open + closed;
  const sample = own.sql('-At', '-c', `${WORDS}; select t.id, t.number, t.waybill, pg_temp.cause(n.i), pg_temp.road(n.i) from (select 1 + (i::bigint * ${Math.max(1, Math.floor(total / 1000))}) % ${total} as i from generate_series(0, 999) as i) as n
    join ticket.ticket t on t.waybill = 'YT' || (7000000000000 + n.i)`).trim().split('\n').map((line) => line.split('|'));
  const any = (i) => sample[(i * 7) % sample.length];
  await measure('one ticket with its history', (i) => people.headquarters.call('GET', `/api/v1/tickets/${any(i)[0]}`));
  await measure('search by ticket number', (i) => own.search(any(i)[1]));
  await measure('search by waybill', (i) => own.search(any(i)[2]));
  let found = 0;
  const words = (i, client) => own.search(`${any(i)[3]} ${any(i)[4]}`, client).then((page) => (found += page.found.length > 0 ? 1 : 0));
  await measure('search by two Chinese words, headquarters', (i) => words(i, people.headquarters));
  rows.push(['of these searches found something', `${((100 * found) / (calls + Math.ceil(calls / 10))).toFixed(0)} %`, '']);
  await measure('search by one common Chinese word, headquarters', (i) => own.search(any(i)[3], people.headquarters), calls / 5);
  await measure('search by two Chinese words, a region', (i) => words(i, people.region));
  table(rows, [`${open.toLocaleString('en')} open, ${closed.toLocaleString('en')} closed cases (${size} GB), ${connections} connections`, 'median / p99 / worst ms', 'a second']);
} finally {
  await own.discard();
}
