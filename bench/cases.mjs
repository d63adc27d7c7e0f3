// The same work on Waypost and on its peer, Request Tracker 5, in one run: create, a step, the list of what is due next, searches, and how late each clock is.
//   bench/run cases [tickets=100000] [calls=300]
import { readFileSync } from 'node:fs';
import { clockOfOwn, clockOfPeer } from './cases/clocks.mjs';
import { Own } from './cases/own.mjs';
import { Peer } from './cases/peer.mjs';
import { latencies, shown, table } from './support.mjs';

const [tickets = 100_000, calls = 300] = process.argv.slice(2).map(Number);
const WORDS = readFileSync(new URL('cases/words.sql', import.meta.url), 'utf8');
const own = new Own();
const peer = new Peer();
const rows = [];
let number = 0;

/** A side that has been asked for so many seconds is not asked on: some searches of the peer take that long. */
const LONGEST = 45;

/** Both sides one after the other with the same requests, one at a time and four at once. */
async function compare(what, ofOwn, ofPeer, asked = calls) {
  for (const connections of [1, 4]) {
    const ours = await latencies(asked, connections, ofOwn, LONGEST);
    const theirs = await latencies(asked, connections, ofPeer, LONGEST);
    rows.push([`${what}, ${connections === 1 ? 'one at a time' : `${connections} at once`}`, shown(ours), shown(theirs), `${(theirs.median / ours.median).toFixed(1)} / ${(theirs.p99 / ours.p99).toFixed(1)}`]);
    console.error(rows.at(-1).join(' | '));
  }
}

try {
  await own.start();
  await peer.start();
  const open = Math.round(tickets / 10);
  await own.fill(open, tickets - open);
  peer.fill(open, tickets - open);
  console.error(`${tickets} tickets on each side`);
  await own.parcels(1, Math.ceil(calls * 2.2) + 100);

  const opened = [];
  const openedThere = [];
  await compare('create', async () => opened.push(await own.create(++number)), async () => openedThere.push(await peer.create(openedThere.length)));
  await compare('a step of a ticket', () => own.step(opened.pop()), () => peer.step(openedThere.pop(), 'open'), Math.floor(calls / 1.2));
  await compare('open tickets by time left, first page of 50', () => own.list(), () => peer.openByDue());

  const sample = own.sql('-At', '-c', `${WORDS}; select n.i, t.number, t.waybill, pg_temp.cause(n.i), pg_temp.road(n.i) from (select 1 + i * ${Math.max(1, Math.floor(tickets / 500))} as i from generate_series(0, 499) as i) as n
    join ticket.ticket t on t.waybill = 'YT' || (7000000000000 + n.i)`).trim().split('\n').map((line) => line.split('|'));
  const any = (i) => sample[i % sample.length];
  await compare('search by ticket number', (i) => own.search(any(i)[1]), (i) => peer.byNumber(Number(any(i)[0]) + 1));
  await compare('search by waybill', (i) => own.search(any(i)[2]), (i) => peer.byWaybill(any(i)[2]));
  const found = { own: [], peer: [], content: [] };
  const count = (side) => (page) => found[side].push((page.found ?? page.items).length > 0);
  const share = (side) => `${((found[side].filter(Boolean).length / found[side].length) * 100).toFixed(0)} %`;
  await compare('search by two Chinese words', (i) => own.search(`${any(i)[3]} ${any(i)[4]}`).then(count('own')), (i) => peer.bySubject(any(i)[3], any(i)[4]).then(count('peer')));
  await compare('the same, the peer by its full-text index', (i) => own.search(`${any(i)[3]} ${any(i)[4]}`), (i) => peer.byContent(any(i)[3], any(i)[4]).then(count('content')));
  rows.push(['of these searches found something', share('own'), `${share('peer')}; by its full-text index ${share('content')}`, '']);

  await own.parcels(1_000_000, 60);
  const [ours, theirs] = await Promise.all([clockOfOwn(own), clockOfPeer(peer)]);
  rows.push(['60 tickets due one a second: how late it was noticed, s', shown(ours, 3), shown(theirs, 1), `${(theirs.median / ours.median).toFixed(0)} / ${(theirs.p99 / ours.p99).toFixed(0)}`]);
  table(rows, [`${tickets.toLocaleString('en')} tickets, a tenth open; median / p99 in ms`, 'Waypost', 'Request Tracker 5', 'ratio']);
} finally {
  await own.discard();
  peer.discard();
}
