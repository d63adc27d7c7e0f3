// What an idle socket of the chat costs: thousands of them, signed in and beating, in one process with a heap of 512 MB; clients in another one.
//   bench/run chat-idle [sockets=15000] [idle seconds=60]
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { table } from './support.mjs';

const [sockets = 15_000, seconds = 60] = process.argv.slice(2).map(Number);
const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const folder = mkdtempSync(path.join(tmpdir(), 'waypost-bench-chat-'));
const libraries = path.join(folder, 'classpath');
execFileSync('mvn', ['-q', '-B', '-pl', 'chat', '-Dspotless.skip', 'compile', 'dependency:build-classpath', '-DincludeScope=runtime', `-Dmdep.outputFile=${libraries}`], { cwd: root, stdio: ['ignore', 2, 2] });
const classpath = [path.join(root, 'chat/target/classes'), readFileSync(libraries, 'utf8').trim()].join(path.delimiter);

function java(memory, file, ...given) {
  const process_ = spawn(process.env.JAVA ?? 'java', [memory, '-XX:+UseCompactObjectHeaders', '-cp', classpath, path.join(root, 'bench/chat', file), ...given.map(String)], { stdio: ['pipe', 'pipe', 'inherit'] });
  const lines = createInterface({ input: process_.stdout })[Symbol.asyncIterator]();
  const line = async () => {
    const { value, done } = await lines.next();
    if (done) throw new Error(`${file} ended; the lines above say why.`);
    return value.split('\t').slice(1).map(Number);
  };
  return { process: process_, line };
}

const server = java('-Xmx512m', 'IdleServer.java', sockets);
let clients;
try {
  const [port] = await server.line();
  const memory = async () => {
    server.process.stdin.write('\n');
    return server.line();
  };
  const [, heapBefore, residentBefore] = await memory();
  clients = java('-Xmx256m', 'IdleClients.java', port, sockets, seconds);
  const [all, median, worst] = await clients.line();
  const [beats, lost] = await clients.line();
  const [here, heap, resident] = await memory();
  const number = (value) => Math.round(value).toLocaleString('en');
  table([
    ['sockets signed in', number(sockets)],
    ['all of them welcomed after, s', (all / 1000).toFixed(1)],
    ['from connecting to the welcome, median / p99 ms (200 at once)', `${(median / 1000).toFixed(1)} / ${(worst / 1000).toFixed(1)}`],
    [`beats answered in ${seconds} s of idling / sockets lost`, `${number(beats)} / ${number(lost)}`],
    ['resident memory of the process before and after, MB', `${number(residentBefore / 1024)} / ${number(resident / 1024)}`],
    ['resident memory a socket, KB', ((resident - residentBefore) / sockets).toFixed(1)],
    ['heap a socket after a collection, KB', here > 0 ? ((heap - heapBefore) / sockets).toFixed(1) : 'the clients had gone'],
  ], ['idle sockets, heap of 512 MB', 'measured']);
} finally {
  clients?.process.kill();
  server.process.stdin.end();
  if (server.process.exitCode === null) await once(server.process, 'exit');
  rmSync(folder, { recursive: true, force: true });
}
