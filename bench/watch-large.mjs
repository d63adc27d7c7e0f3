// The embedded engine of the watch with very many parcels under way: how fast it goes on, what they take, and how soon it is back after an
// orderly end and after kill -9. With a folder the first step, which fills it, is kept for the next run; the folder is removed otherwise.
// Takes some 25 GB of disk and 8 GB of memory for 100 million parcels.
//   bench/run watch-large [parcels=100000000] [workers=2] [scans to measure=60000000] [folder]
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { table } from './support.mjs';

const [parcels = 100_000_000, workers = 2, scans = 60_000_000] = process.argv.slice(2, 5).map(Number);
const kept = process.argv[5];
const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const folder = mkdtempSync(path.join(tmpdir(), 'waypost-bench-large-'));
const data = kept ?? path.join(folder, 'data');
const rows = [];

try {
  const libraries = path.join(folder, 'classpath');
  execFileSync('mvn', ['-q', '-B', '-pl', 'core,watch', '-Dspotless.skip', 'compile', 'dependency:build-classpath', '-DincludeScope=runtime', `-Dmdep.outputFile=${libraries}`], { cwd: root, stdio: ['ignore', 2, 2] });
  const classpath = ['core/target/classes', 'watch/target/classes'].map((classes) => path.join(root, classes)).concat(readFileSync(libraries, 'utf8').trim()).join(path.delimiter);
  if (!existsSync(path.join(data, 'book'))) await step(classpath, 'fill');
  let acknowledged = 0;
  await step(classpath, 'measure', (name, value, java) => {
    if (name !== 'acknowledged') return;
    // Some way on, in the midst of its work.
    if (acknowledged === 0) setTimeout(() => java.kill('SIGKILL'), 5_000);
    acknowledged = value;
  });
  let durable = 0;
  await step(classpath, 'reopen', (name, value) => {
    if (name === 'durable') durable = value;
  });
  if (durable < acknowledged) throw new Error(`Frame ${acknowledged} was acknowledged, and it goes on after ${durable}.`);
  table(rows, [`${parcels.toLocaleString('en')} parcels, ${workers} workers`, 'measured']);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function step(classpath, what, hear = () => {}) {
  console.error(`${what} ...`);
  const java = spawn(process.env.JAVA ?? 'java', ['-Xmx2g', '--enable-native-access=ALL-UNNAMED', '-cp', classpath, path.join(root, 'bench/watch/LargeBench.java'),
    what, data, parcels, workers, scans].map(String), { stdio: ['ignore', 'pipe', 'inherit'] });
  for await (const line of createInterface({ input: java.stdout })) {
    const [name, value] = line.split('\t');
    if (!['acknowledged', 'durable'].includes(name)) {
      rows.push([name, Number(value).toLocaleString('en')]);
      console.error(line);
    }
    hear(name, Number(value), java);
  }
  if (java.exitCode === null && java.signalCode === null) await once(java, 'exit');
  if (java.exitCode !== 0 && java.signalCode !== 'SIGKILL') throw new Error('The benchmark failed; the lines above say why.');
}
