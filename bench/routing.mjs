// The same made-up contacts through Waypost's routing, through the longest idle agent with first come first served, and through the least busy
// agent: service level, the worst kind's, who gave up, how evenly work fell, decisions a second.
//   bench/run routing [contacts=1000000] [seed=11] [share of the shift that work would fill=0.7]
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { table } from './support.mjs';

const [contacts = 1_000_000, seed = 11, busy = 0.7] = process.argv.slice(2).map(Number);
const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const folder = mkdtempSync(path.join(tmpdir(), 'waypost-bench-routing-'));
try {
  const libraries = path.join(folder, 'classpath');
  execFileSync('mvn', ['-q', '-B', '-pl', 'core', '-Dspotless.skip', 'compile', 'dependency:build-classpath', '-DincludeScope=runtime', `-Dmdep.outputFile=${libraries}`], { cwd: root, stdio: ['ignore', 2, 2] });
  const classpath = [path.join(root, 'core/target/classes'), readFileSync(libraries, 'utf8').trim()].join(path.delimiter);
  const out = execFileSync(process.env.JAVA ?? 'java', ['-Xmx4g', '-cp', classpath, path.join(root, 'bench/routing/RoutingBench.java'), contacts, seed, busy].map(String), { encoding: 'utf8', maxBuffer: 1 << 26 });
  table(out.split('\n').filter((line) => line.includes('\t')).map((line) => line.split('\t')),
    [`${contacts.toLocaleString('en')} contacts, seed ${seed}, ${busy} busy`, 'service level %', 'worst kind %', 'gave up %', 'unevenness (Gini)', 'busy %', 'decisions a second', 'seconds']);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
