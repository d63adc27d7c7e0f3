// Scans per second through POST /api/v1/scans until durable (the answer comes after the commit with fsync).
//   bench/run intake [scans=500000] [connections=2]
import { gzipSync } from 'node:zlib';
import { Partner } from '../e2e/support/partner.mjs';
import { Platform } from '../e2e/support/platform.mjs';
import { settle } from '../e2e/support/network.mjs';
import { cpuSeconds, journey, table } from './support.mjs';

const [total = 500_000, connections = 2] = process.argv.slice(2).map(Number);
const BATCH = 10_000;

const platform = await new Platform({ heap: '1g', quick: false }).start();
try {
  const partner = new Partner(platform);
  await settle(partner);
  const now = await partner.now();
  const scansPerParcel = 10;
  const parcels = Math.ceil(total / scansPerParcel);
  // Real feeds interleave parcels: each round uploads the next scan of every parcel.
  const bodies = [];
  let lines = [];
  for (let step = 0; step < scansPerParcel; step++) {
    for (let parcel = 0; parcel < parcels; parcel++) {
      lines.push(JSON.stringify(journey(parcel, step, now)));
      if (lines.length === BATCH) {
        bodies.push(gzipSync(lines.join('\n')));
        lines = [];
      }
    }
  }
  if (lines.length) bodies.push(gzipSync(lines.join('\n')));

  const before = cpuSeconds();
  const started = performance.now();
  let next = 0;
  let accepted = 0;
  const waits = [];
  await Promise.all(
    Array.from({ length: connections }, async () => {
      while (next < bodies.length) {
        const body = bodies[next++];
        const sent = performance.now();
        const answer = await partner.call('POST', '/scans', body, { 'Content-Type': 'application/x-ndjson', 'Content-Encoding': 'gzip' });
        waits.push(performance.now() - sent);
        accepted += answer.accepted;
        if (answer.rejected.length) throw new Error(JSON.stringify(answer.rejected[0]));
      }
    }),
  );
  const seconds = (performance.now() - started) / 1000;
  waits.sort((a, b) => a - b);
  table([
    ['scans accepted', accepted],
    ['connections', connections],
    ['seconds', seconds.toFixed(1)],
    ['scans a second until durable', Math.round(accepted / seconds)],
    ['answer to a call of 10,000: median / p99 ms', `${Math.round(waits[waits.length >> 1])} / ${Math.round(waits[Math.floor(waits.length * 0.99)])}`],
    ['CPU seconds of platform and database', (cpuSeconds() - before).toFixed(1)],
  ]);
} finally {
  await platform.discard();
}
