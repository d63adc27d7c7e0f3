// Scans a second of a whole network's stream until they are on disk, as lines of JSON and as binary batches, beside the intake into the
// database; how much CPU that takes; and how long it takes until a parcel that fell silent is a warning of the platform.
//   bench/run stream [scans=2000000] [connections=2] [scans into the database=200000]
import { Partner } from '../e2e/support/partner.mjs';
import { Platform, until } from '../e2e/support/platform.mjs';
import { settle } from '../e2e/support/network.mjs';
import { cpuSeconds, journey, shown, spread, table } from './support.mjs';
import { binaryBatch } from './stream/binary.mjs';

const [total = 2_000_000, connections = 2, few = 200_000] = process.argv.slice(2).map(Number);
const A_CALL = 50_000;
const STEPS = 10;
const rows = [];

const platform = await new Platform({ heap: '1g', quick: false }).start();
try {
  const partner = new Partner(platform);
  await settle(partner);
  const now = await partner.now();

  /** Real feeds interleave parcels: each round has the next scan of every parcel. Bodies are made before, so that the sender costs little. */
  function bodies(scans, firstParcel, write) {
    const parcels = Math.ceil(scans / STEPS);
    const made = [];
    let held = [];
    for (let step = 0; step < STEPS; step++) {
      for (let parcel = 0; parcel < parcels; parcel++) {
        held.push(journey(firstParcel + parcel, step, now));
        if (held.length === A_CALL) made.push({ body: write(held.splice(0)), scans: A_CALL });
      }
    }
    if (held.length) made.push({ body: write(held), scans: held.length });
    return made;
  }

  /** So that nobody pays for what came before. */
  const judged = () => until('everything to be judged', async () => {
    const seen = await partner.call('GET', '/scans/stream');
    return seen.behind === 0 && seen;
  }, 120_000);

  async function measure(what, address, type, calls) {
    const before = cpuSeconds();
    const started = performance.now();
    const waits = [];
    let next = 0;
    let accepted = 0;
    await Promise.all(Array.from({ length: connections }, async () => {
      while (next < calls.length) {
        const { body } = calls[next++];
        const sent = performance.now();
        const answer = await partner.call('POST', address, body, { 'Content-Type': type });
        waits.push(performance.now() - sent);
        accepted += answer.accepted;
        if (answer.rejected.length) throw new Error(JSON.stringify(answer.rejected[0]));
      }
    }));
    const seconds = (performance.now() - started) / 1000;
    await judged();
    const untilJudged = (performance.now() - started) / 1000;
    const megabytes = calls.reduce((sum, { body }) => sum + body.length, 0) / 1e6;
    const cpu = cpuSeconds() - before;
    rows.push([what, Math.round(accepted / seconds).toLocaleString('en'), Math.round(accepted / untilJudged).toLocaleString('en'), ((cpu * 1e6) / accepted).toFixed(2), (megabytes * 1e6 / accepted).toFixed(0), shown(spread(waits), 0)]);
    console.error(rows.at(-1).join(' | '));
  }

  const lines = (scans) => Buffer.from(scans.map((scan) => JSON.stringify(scan)).join('\n'));
  const warm = Math.ceil(total / 4);
  // Compiled, and every name known, as on any day but the first.
  for (const [write, type, first] of [[lines, 'application/x-ndjson', 20_000_000], [binaryBatch, 'application/vnd.waypost.scans', 30_000_000]]) {
    await measure(`warming up: ${type}`, '/scans/stream', type, bodies(warm, first, write));
  }
  rows.length = 0;
  await measure('stream, lines of JSON', '/scans/stream', 'application/x-ndjson', bodies(total, 0, lines));
  await measure('stream, binary batches', '/scans/stream', 'application/vnd.waypost.scans', bodies(total, 1_000_000, binaryBatch));
  const databaseCalls = bodies(few, 40_000_000, lines).flatMap(({ body }) => {
    const text = body.toString().split('\n');
    return Array.from({ length: Math.ceil(text.length / 10_000) }, (_, i) => ({ body: Buffer.from(text.slice(i * 10_000, (i + 1) * 10_000).join('\n')) }));
  });
  await measure('into the database, lines of JSON, 10,000 a call', '/scans', 'application/x-ndjson', databaseCalls);

  const state = await judged();
  table(rows, [`${total.toLocaleString('en')} scans, ${connections} connections, 50,000 scans a call`, 'scans a second until on disk', 'until judged too', 'µs of CPU a scan', 'bytes a scan', 'answer, median / p99 ms']);
  console.log(`\n${state.parcels.toLocaleString('en')} parcels remembered in ${(state.bytes / 1e6).toFixed(0)} MB off the heap; ${state.picked} picked.`);
} finally {
  await platform.discard();
}
