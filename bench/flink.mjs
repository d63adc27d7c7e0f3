// How many scans a second, of the clock and of processor time, the watch takes on Flink beside the embedded engine, on the same log and with
// the same findings. Kafka runs in a process of its own; the embedded engine forces its log to disk, Flink writes checkpoints.
//   bench/run flink [parcels=5000000] [workers=2]
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { clusterClasspath, Kafka } from '../e2e/support/kafka.mjs';
import { table } from './support.mjs';

const [parcels = 5_000_000, workers = 2] = process.argv.slice(2).map(Number);
const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const folder = mkdtempSync(path.join(tmpdir(), 'waypost-bench-flink-'));
const java = process.env.JAVA ?? 'java';
const open = ['--enable-native-access=ALL-UNNAMED', '--sun-misc-unsafe-memory-access=allow'];
let kafka;
try {
  const classpath = clusterClasspath(folder);
  kafka = await new Kafka(folder, classpath).start();
  // Compiled before, for what the compiler takes is not what is measured.
  const classes = path.join(folder, 'classes');
  execFileSync(`${java}c`, ['-d', classes, '-cp', classpath, ...['FlinkBench', 'Feed', 'Scans'].map((name) => path.join(root, `bench/watch/${name}.java`))], { stdio: ['ignore', 2, 2] });
  const run = (what) => figures(execFileSync(java, ['-Xmx3g', '-XX:MaxDirectMemorySize=4g', ...open, '-cp', [classes, classpath].join(path.delimiter),
    'FlinkBench', what, kafka.address, folder, parcels, workers].map(String), { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] }));
  console.error('Writing the log into Kafka ...');
  const { scans } = run('write');
  console.error(`${scans} scans; the embedded engine ...`);
  const engine = run('engine');
  console.error('Flink ...');
  const flink = run('flink');
  if (engine.digest !== flink.digest || engine.findings !== flink.findings) {
    throw new Error(`The engine found ${engine.findings} (${engine.digest}), Flink ${flink.findings} (${flink.digest}).`);
  }
  const rows = [['embedded engine', engine], ['Flink', flink]].map(([name, { 'wall seconds': wall, 'cpu seconds': cpu, findings }]) => [name,
    ...[scans / wall, scans / cpu, findings].map((value) => Math.round(value).toLocaleString('en'))]);
  table(rows, [`${parcels.toLocaleString('en')} parcels, ${workers} workers`, 'scans a second', 'scans a CPU second', 'findings, the same']);
} finally {
  await kafka?.stop();
  rmSync(folder, { recursive: true, force: true });
}

function figures(out) {
  return Object.fromEntries(out.trim().split('\n').map((line) => line.split('\t')).map(([name, value]) => [name, name === 'digest' ? value : Number(value)]));
}
