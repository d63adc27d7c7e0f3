// The watch of silence on the embedded engine, on Flink (state on the heap, and in RocksDB), on Kafka Streams and on PostgreSQL: the same
// made-up log, the same rule, each in a process of its own; a run fails unless all find the same.
//   bench/run watch-peers [parcels=1000000] [parcels of the slow ones=200000] [workers=2]
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { table } from './support.mjs';

const [parcels = 1_000_000, few = 200_000, workers = 2] = process.argv.slice(2).map(Number);
const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const sources = path.join(root, 'bench/watch');
const folder = mkdtempSync(path.join(tmpdir(), 'waypost-bench-peers-'));
// PostgreSQL does not run as root; another user has to come in.
chmodSync(folder, 0o711);
const java = process.env.JAVA ?? 'java';

// Name, which, how many parcels, and a library that it must not see: two bundles of RocksDB have the same classes.
const RUNS = [
  ['embedded engine', 'engine', parcels],
  ['Flink 2.3, state on the heap', 'flink-heap', parcels],
  ['embedded engine', 'engine', few],
  ['Flink 2.3, state in RocksDB', 'flink-rocksdb', few],
  ['Kafka Streams 4.3, in memory, without a broker', 'streams', few],
  ['PostgreSQL 18, upserts and sweeps', 'postgres', few],
];

try {
  const classpath = compile();
  const rows = [];
  const first = new Map();
  for (const [name, which, size] of RUNS) {
    console.error(`${name}, ${size} parcels ...`);
    const data = path.join(folder, `${which}-${size}`);
    mkdirSync(data);
    const hidden = which === 'streams' ? 'frocksdbjni' : '/rocksdbjni';
    const out = execFileSync(java, ['-Xmx3g', '--enable-native-access=ALL-UNNAMED', '--sun-misc-unsafe-memory-access=allow', '-cp',
      classpath.filter((each) => !each.includes(hidden)).join(path.delimiter), 'PeerBench', which, data, size, workers].map(String),
    { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
    const measured = Object.fromEntries(out.trim().split('\n').map((line) => line.split('\t')));
    rmSync(data, { recursive: true, force: true });
    const same = first.get(size) ?? measured;
    first.set(size, same);
    if (same.digest !== measured.digest || same.findings !== measured.findings) {
      throw new Error(`${name} found ${measured.findings} (${measured.digest}), the engine ${same.findings} (${same.digest}).`);
    }
    console.error(out.trim().replaceAll('\n', ', '));
    rows.push([name, size, measured.scans / measured['wall seconds'], measured.scans / measured['cpu seconds'], Number(measured.megabytes), Number(measured.findings)]
      .map((each) => (typeof each === 'number' ? Math.round(each).toLocaleString('en') : each)));
  }
  table(rows, ['', 'parcels', 'scans a second', 'scans a CPU second', 'MB resident', 'findings, the same']);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** The class path of all of them, first the classes compiled now. */
function compile() {
  const [libraries, peers, classes] = ['libraries', 'peers', 'classes'].map((each) => path.join(folder, each));
  const quiet = { cwd: root, stdio: ['ignore', 2, 2] };
  execFileSync('mvn', ['-q', '-B', '-pl', 'core,watch', '-Dspotless.skip', 'compile', 'dependency:build-classpath', '-DincludeScope=runtime', `-Dmdep.outputFile=${libraries}`], quiet);
  execFileSync('mvn', ['-q', '-B', '-f', 'bench/watch/pom.xml', 'dependency:build-classpath', `-Dmdep.outputFile=${peers}`], quiet);
  const rest = ['core/target/classes', 'watch/target/classes'].map((each) => path.join(root, each))
    .concat([libraries, peers].flatMap((each) => readFileSync(each, 'utf8').trim().split(path.delimiter)));
  const files = readdirSync(path.join(sources, 'peers')).map((each) => path.join(sources, 'peers', each)).concat(path.join(sources, 'Scans.java'));
  execFileSync(java.replace(/java$/, 'javac'), ['-d', classes, '-cp', rest.join(path.delimiter), ...files], quiet);
  return [classes, ...rest];
}
