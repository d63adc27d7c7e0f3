// What the benchmarks share.
import { spawnSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import os from 'node:os';

const CHAIN = [
  ['PICKED_UP', 'O440106-001', 0],
  ['BAGGED', 'O440106-001', 0.5],
  ['DEPARTED', 'O440106-001', 1],
  ['ARRIVED', 'H4401', 3],
  ['DEPARTED', 'H4401', 4],
  ['ARRIVED', 'H5101', 30],
  ['DEPARTED', 'H5101', 31],
  ['ARRIVED', 'O510104-001', 33],
  ['OUT_FOR_DELIVERY', 'O510104-001', 34],
  ['SIGNED', 'O510104-001', 37],
];

/** The scan of that number in the life of that parcel, ending shortly before `now`. */
export function journey(parcel, step, now) {
  const [type, site, hour] = CHAIN[step];
  const scannedAt = new Date(now.getTime() - (40 - hour) * 3_600_000 + (parcel % 3_000) * 1000).toISOString();
  return { waybill: waybill(parcel), type, scannedAt, site, device: `D${parcel % 4000}`, operator: `E${parcel % 900}`, ...(type === 'DEPARTED' ? { bag: `B${parcel % 20_000}` } : {}) };
}

export const waybill = (parcel) => `YT${String(7_000_000_000_000 + parcel)}`;

/** CPU seconds used so far by every java and postgres process of this machine. */
export function cpuSeconds() {
  let ticks = 0;
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
      const name = stat.slice(stat.indexOf('(') + 1, stat.lastIndexOf(')'));
      if (name !== 'java' && name !== 'postgres') continue;
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      ticks += Number(fields[11]) + Number(fields[12]);
    } catch {
      // The process ended meanwhile.
    }
  }
  return ticks / 100;
}

/** Resident megabytes of the processes whose command line holds the text. */
export function residentMegabytes(text) {
  let kilobytes = 0;
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      if (!readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(text)) continue;
      // Pss shares PostgreSQL's common buffers fairly between its processes.
      kilobytes += Number(/Pss:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))[1]);
    } catch {
      // The process ended meanwhile, or is not ours to read.
    }
  }
  return Math.round(kilobytes / 1024);
}

/**
 * How long a request takes, asked again and again over so many connections at once, each measured from its sending to the end of its answer.
 * The first tenth warms the compiler and the caches and is not counted. After so many seconds as are the longest no more is asked.
 */
export async function latencies(asked, connections, request, longest = Infinity) {
  const warmUp = Math.ceil(asked / 10);
  const measured = [];
  let next = 0;
  let started = performance.now();
  await Promise.all(
    Array.from({ length: connections }, async () => {
      while (next < asked + warmUp && (next <= warmUp || performance.now() - started < longest * 1000)) {
        const i = next++;
        if (i === warmUp) started = performance.now();
        const sent = performance.now();
        await request(i);
        if (i >= warmUp) measured.push(performance.now() - sent);
      }
    }),
  );
  const seconds = (performance.now() - started) / 1000;
  return { ...spread(measured), perSecond: measured.length / seconds };
}

/** The middle, the 99th of a hundred and the worst of some numbers. */
export function spread(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  return { median: sorted[sorted.length >> 1], p99: sorted[Math.floor(sorted.length * 0.99)], worst: sorted.at(-1) };
}

/** `12.3 / 45.6`: median and p99. */
export const shown = ({ median, p99 }, digits = 1) => `${median.toFixed(digits)} / ${p99.toFixed(digits)}`;

/** What a program printed. One that fails, as a test that misses its bound, has its figures shown too; this program then ends with 1. */
export function output(command, args) {
  const { stdout, status, error } = spawnSync(command, args, { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  if (error) throw error;
  if (status !== 0) process.exitCode = 1;
  return stdout;
}

export function table(rows, heading = ['what', 'measured']) {
  console.log(`\n${new Date().toISOString().slice(0, 10)}, ${os.cpus().length} cores (${os.cpus()[0].model}), ${Math.round(os.totalmem() / 2 ** 30)} GiB; load of the machine at the end: ${os.loadavg()[0].toFixed(1)}\n`);
  console.log(`| ${heading.join(' | ')} |\n|${'---|'.repeat(heading.length)}`);
  for (const row of rows) console.log(`| ${row.join(' | ')} |`);
}
