// How many scans a second, of the clock and of processor time, the watch takes on Flink beside the embedded engine, on the same log and with
// the same findings. Kafka runs in a process of its own; the embedded engine forces its log to disk, Flink writes checkpoints.
//   bench/run flink [parcels=5000000] [workers=2]
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { table } from './support.mjs';

const [parcels = 5_000_000, workers = 2] = process.argv.slice(2).map(Number);
const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const folder = mkdtempSync(path.join(tmpdir(), 'waypost-bench-flink-'));
const java = process.env.JAVA ?? 'java';
const open = ['--enable-native-access=ALL-UNNAMED', '--sun-misc-unsafe-memory-access=allow'];
let broker;
try {
  const libraries = path.join(folder, 'classpath');
  execFileSync('mvn', ['-q', '-B', '-pl', 'core,watch,cluster', '-Dspotless.skip', 'test-compile', 'dependency:build-classpath', '-DincludeScope=test', `-Dmdep.outputFile=${libraries}`], { cwd: root, stdio: ['ignore', 2, 2] });
  const classpath = ['core', 'watch', 'cluster'].map((module) => path.join(root, module, 'target/classes')).concat(readFileSync(libraries, 'utf8').trim()).join(path.delimiter);
  const kafka = await startKafka(classpath);
  // Compiled before, for what the compiler takes is not what is measured.
  const classes = path.join(folder, 'classes');
  execFileSync(`${java}c`, ['-d', classes, '-cp', classpath, ...['FlinkBench', 'Feed', 'Scans'].map((name) => path.join(root, `bench/watch/${name}.java`))], { stdio: ['ignore', 2, 2] });
  const run = (what) => figures(execFileSync(java, ['-Xmx3g', '-XX:MaxDirectMemorySize=4g', ...open, '-cp', [classes, classpath].join(path.delimiter),
    'FlinkBench', what, kafka, folder, parcels, workers].map(String), { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] }));
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
  if (broker) {
    broker.kill();
    await once(broker, 'exit');
  }
  rmSync(folder, { recursive: true, force: true });
}

function figures(out) {
  return Object.fromEntries(out.trim().split('\n').map((line) => line.split('\t')).map(([name, value]) => [name, name === 'digest' ? value : Number(value)]));
}

async function startKafka(classpath) {
  const [port, control] = [await freePort(), await freePort()];
  const properties = path.join(folder, 'server.properties');
  writeFileSync(properties, `process.roles=broker,controller
node.id=1
controller.quorum.voters=1@127.0.0.1:${control}
listeners=PLAINTEXT://127.0.0.1:${port},CONTROLLER://127.0.0.1:${control}
controller.listener.names=CONTROLLER
inter.broker.listener.name=PLAINTEXT
log.dirs=${path.join(folder, 'kafka')}
offsets.topic.replication.factor=1
transaction.state.log.replication.factor=1
transaction.state.log.min.isr=1
log.message.timestamp.after.max.ms=${Number.MAX_SAFE_INTEGER}
`);
  const quiet = ['-Xmx512m', '-Dlog4j2.level=ERROR', '-cp', classpath];
  execFileSync(java, [...quiet, 'kafka.tools.StorageTool', 'format', '-t', 'd2F5cG9zdC1iZW5jaC0wMQ', '-c', properties], { stdio: ['ignore', 'ignore', 'inherit'] });
  broker = spawn(java, [...quiet, 'kafka.Kafka', properties], { stdio: ['ignore', 'ignore', 'inherit'] });
  return `127.0.0.1:${port}`;
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}
