// Kills the embedded engine again and again, and holds what it found against a life that was never interrupted.
//   bench/run soak [kills=200]
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const [kills = 200] = process.argv.slice(2).map(Number);
const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const started = performance.now();
const maven = spawn('mvn', ['-q', '-B', '-pl', 'core,watch', '-Dspotless.skip', '-Dtest=KilledTest', '-Dsurefire.failIfNoSpecifiedTests=false',
  `-Dwaypost.kills=${kills}`, 'test'], { cwd: root, stdio: 'inherit' });
const [code] = await once(maven, 'exit');
if (code !== 0) throw new Error('Something that was acknowledged was lost or judged otherwise; the lines above say what.');
console.log(`${kills} kills in ${((performance.now() - started) / 1000).toFixed(0)} s: nothing acknowledged was lost, findings and timelines are those of an uninterrupted life.`);
