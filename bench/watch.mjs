// How many scans a second the embedded engine of the watch takes and judges, beside the written rule in a plain map that keeps nothing; how
// long its answers take; and how long after a limit a silence is handed over while 50,000 scans a second stream in.
//   bench/run watch [parcels=5000000] [parcels of the map=500000] [workers=2]
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { table } from './support.mjs';

const [parcels = 5_000_000, few = 500_000, workers = 2] = process.argv.slice(2).map(Number);
const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const folder = mkdtempSync(path.join(tmpdir(), 'waypost-bench-watch-'));
const rows = [];
try {
  const libraries = path.join(folder, 'classpath');
  execFileSync('mvn', ['-q', '-B', '-pl', 'core,watch', '-Dspotless.skip', 'compile', 'dependency:build-classpath', '-DincludeScope=runtime', `-Dmdep.outputFile=${libraries}`], { cwd: root, stdio: ['ignore', 2, 2] });
  const classpath = ['core/target/classes', 'watch/target/classes'].map((classes) => path.join(root, classes)).concat(readFileSync(libraries, 'utf8').trim()).join(path.delimiter);
  const java = spawn(process.env.JAVA ?? 'java', ['-Xmx3g', '--enable-native-access=ALL-UNNAMED', '-cp', classpath,
    path.join(root, 'bench/watch/WatchBench.java'), folder, parcels, few, workers].map(String), { stdio: ['ignore', 'pipe', 'inherit'] });
  for await (const line of createInterface({ input: java.stdout })) {
    const [name, value] = line.split('\t');
    rows.push([name, Number(value).toLocaleString('en')]);
    console.error(line);
  }
  if (java.exitCode === null) await once(java, 'exit');
  if (java.exitCode !== 0) throw new Error('The benchmark failed; the lines above say why.');
  table(rows, [`${parcels.toLocaleString('en')} parcels, ${workers} workers`, 'measured']);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
