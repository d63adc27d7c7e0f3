// How right the warnings of the whole platform are: a simulated network is played on it day by day, people answer their tickets, limits are
// learnt every night, and at the end the warnings are held against the simulator's truth.
//   bench/run silence-live [days=30] [parcelsPerDay=2000]
import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync, createWriteStream } from 'node:fs';
import { once } from 'node:events';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Platform, until } from '../e2e/support/platform.mjs';
import { table } from './support.mjs';
import { Session } from '../e2e/support/session.mjs';

const [days = 30, parcels = 2_000] = process.argv.slice(2).map(Number);
const simulator = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../simulator/target');
const classpath = `${simulator}/waypost-simulator.jar:${simulator}/lib/*`;

const platform = await new Platform({ heap: '1g', quick: false }).start();
const state = path.join(platform.data, 'simulator');
try {
  mkdirSync(state);
  const logFile = path.join(platform.data, 'simulator.log');
  const log = createWriteStream(logFile);
  await once(log, 'open');
  const player = spawn(process.env.JAVA ?? 'java', ['-cp', classpath, 'io.waypost.simulator.SimulatorMain', '--server', platform.url,
    '--key-file', path.join(platform.data, 'keys/simulator.key'), '--password-file', path.join(platform.data, 'keys/demo.password'),
    '--state-dir', state, '--parcels-per-day', String(parcels), '--speed', '0', '--warm-up', `P${days}D`, '--step', 'PT10M',
    '--leave-to-people', 'none'], { stdio: ['ignore', log, log] });
  const played = once(player, 'exit');
  const started = performance.now();
  await until('the days to be played', () => {
    if (player.exitCode !== null) throw new Error(`the simulator ended: ${readFileSync(logFile, 'utf8')}`);
    return readFileSync(logFile, 'utf8').includes('Warmed up to');
  }, 6 * 3_600_000);
  player.kill('SIGTERM');
  await played;
  const session = await new Session(platform.url).signIn('hq', platform.secret('demo.password'));
  const warnings = [];
  let cursor = '';
  do {
    const page = await session.get(`/findings?limit=200${cursor && `&cursor=${encodeURIComponent(cursor)}`}`);
    warnings.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor);
  const file = path.join(platform.data, 'warnings.csv');
  writeFileSync(file, warnings.map((one) => [one.waybill, one.raisedAt, one.silentSince,
    `${one.limit.stage} ${one.limit.basis} ${one.clearedBy ?? 'standing'} ${one.verdict ?? 'open'}`].join(',')).join('\n'));
  const score = execFileSync(process.env.JAVA ?? 'java', ['-cp', classpath, 'io.waypost.simulator.drive.ScoreMain', state, file], { encoding: 'utf8' });
  console.error(score);
  const judged = await session.get(`/watch/quality?days=${days}`);
  table([
    ['days, parcels a day', `${days}, ${parcels}`],
    ['played in, seconds', ((performance.now() - started) / 1000).toFixed(0)],
    ['against the truth', score.split('\n')[0].split('; ')[1]],
    ['as the platform judges itself', `${judged.right} right, ${judged.wrong} wrong, ${judged.open} not judged yet`],
  ]);
} finally {
  await platform.discard();
}
