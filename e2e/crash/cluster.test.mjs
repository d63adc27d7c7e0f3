// A real broker of Kafka and a real job of Flink beside the platform: what the job finds becomes work, each finding once, whoever dies.
import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { ClusterCommand, clusterClasspath, Kafka } from '../support/kafka.mjs';
import { PASSWORD, settle } from '../support/network.mjs';
import { at, hours, Partner } from '../support/partner.mjs';
import { freePort, Platform, until } from '../support/platform.mjs';
import { Session } from '../support/session.mjs';

const PARCELS = 36;
const folder = mkdtempSync(path.join(tmpdir(), 'waypost-cluster-'));
const checkpoints = path.join(folder, 'checkpoints');
let kafka;
let feed;
let job;
let timelines;
let platform;
let partner;
let chief;

before(async () => {
  kafka = await new Kafka(folder, clusterClasspath(folder)).start();
  await new ClusterCommand(kafka, 'topics', '--partitions', 2, '--replicas', 1, '--clock', 'writers').finish();
  const port = await freePort();
  job = await new ClusterCommand(kafka, 'job', '--checkpoints', `file://${checkpoints}`, '--checkpoint-seconds', 1, '--parallelism', 2).start();
  timelines = await new ClusterCommand(kafka, 'timelines', '--folder', path.join(folder, 'timelines'), '--port', port).start();
  feed = await new ClusterCommand(kafka, 'feed').start();
  platform = new Platform({ settings: [`--waypost.stream.cluster.brokers=${kafka.address}`, '--waypost.stream.cluster.findings=waypost-findings',
    `--waypost.stream.cluster.timelines=http://127.0.0.1:${port}`] });
  await platform.start();
  partner = new Partner(platform);
  await settle(partner);
  chief = await new Session(platform.url).signIn('zhou.hq', PASSWORD);
});

after(async () => {
  await Promise.all([feed, job, timelines].map((command) => command?.stop()));
  await platform?.discard();
  await kafka?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const waybill = (i) => `YT${String(7_200_000_000_000 + i)}`;

/** The newest checkpoint that is whole. */
function newestCheckpoint() {
  const whole = readdirSync(checkpoints, { recursive: true }).filter((name) => path.basename(name) === '_metadata')
    .map((name) => path.join(checkpoints, name)).sort((one, other) => statSync(other).mtimeMs - statSync(one).mtimeMs);
  return whole.length > 0 && `file://${path.dirname(whole[0])}`;
}

/** How many tickets each of the parcels has; asked of the list, for looking a parcel up would have it brought. */
async function tickets() {
  const { items } = await chief.get('/tickets?limit=200');
  const counts = Object.fromEntries(Array.from({ length: PARCELS }, (_, i) => [waybill(i), 0]));
  for (const { waybill: of } of items) if (of in counts) counts[of] += 1;
  return Object.values(counts);
}

test('P3 P8 what Flink finds in Kafka becomes one ticket each, through kill -9 of the platform and of the job', async () => {
  const start = await partner.now();
  feed.write(`time ${at(start, -hours(1))}`, 'site H4401 hub 440100', 'site H5101 hub 510100', 'site O510104-001 outlet 510104');
  // Fewer at each hub than make one event of many, which has one ticket for all of them.
  for (let i = 0; i < PARCELS; i++) {
    feed.write(`scan ${waybill(i)} ${at(start, -hours(2))} ARRIVED ${i % 2 ? 'H4401' : 'H5101'}`);
  }
  await until('a checkpoint', newestCheckpoint, 90_000);

  const silentAt = new Date(start.getTime() + hours(60));
  await partner.advanceTo(silentAt);
  const passed = Date.now();
  feed.write(`time ${silentAt.toISOString()}`);
  await until('the first tickets', async () => (await tickets()).includes(1), 60_000);
  console.log(`from the limit's passing in Kafka to the first ticket that can be seen: ${Date.now() - passed} ms`);
  await Promise.all([platform.kill9(), job.kill9()]);
  await job.start('--from', newestCheckpoint());
  await platform.start();
  await until('a ticket of each', async () => {
    await partner.forward({ minutes: 1 });
    return (await tickets()).every((count) => count > 0);
  }, 120_000);
  assert.deepEqual(await tickets(), Array(PARCELS).fill(1));
  for (let i = 0; i < PARCELS; i += 7) {
    const { findings, timeline } = await partner.call('GET', `/parcels/${waybill(i)}`);
    assert.deepEqual([findings.length, timeline.length], [1, 1], waybill(i));
  }
});

test('P7 P8 a new scan in Kafka takes the warning back, and a wrong way is found by all of the parcel’s scans', async () => {
  const now = await partner.now();
  // One goes a wrong way within minutes: no limit passes, and the rules find it from its whole timeline.
  feed.write(`time ${at(now, 60_000)}`, `scan ${waybill(0)} ${at(now, 30_000)} DEPARTED H5101 O510104-001`,
    `scan ${waybill(900)} ${at(now, 20_000)} DEPARTED H4401 H5101`, `scan ${waybill(900)} ${at(now, 30_000)} ARRIVED O510104-001`);
  feed.write(`time ${at(now, 120_000)}`);
  await partner.advanceTo(new Date(now.getTime() + 120_000));
  await until('the warning to be taken back', async () => {
    await partner.forward({ minutes: 1 });
    const { findings } = await partner.call('GET', `/parcels/${waybill(0)}`);
    return findings.length === 1 && findings[0].clearedBy === 'RESUMED';
  }, 60_000);
  await until('the wrong way to be picked', async () => {
    await partner.forward({ minutes: 5 });
    const { items } = await chief.get('/anomalies?standing=false');
    return items.some((one) => one.waybill === waybill(900) && one.kind === 'MISSED_ARRIVAL');
  }, 60_000);
});
