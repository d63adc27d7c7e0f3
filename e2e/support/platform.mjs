// Starts the platform as it is shipped, with a data folder of its own and a clock that moves only when told.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { isQuickened, quickened } from './quickened.mjs';
import { Running } from './running.mjs';

export const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
export const JAR = path.join(ROOT, 'app/target/waypost-app-0.1.0-SNAPSHOT.jar');

export async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}

/** What no waiting will mend. */
class Hopeless extends Error {}

/** Polls until `probe` gives something truthy; fails with `what` after the given time. */
export async function until(what, probe, milliseconds = 30_000) {
  const end = Date.now() + milliseconds;
  let last;
  while (Date.now() < end) {
    try {
      const value = await probe();
      if (value) return value;
    } catch (error) {
      if (error instanceof Hopeless) throw error;
      last = error;
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`Waited ${milliseconds} ms in vain for: ${what}${last ? ` (${last.message})` : ''}`);
}

export class Platform extends Running {
  constructor({ mode = 'DEMO', data, heap = '768m', quick = true, settings = [] } = {}) {
    super();
    this.mode = mode;
    // Further settings of the platform, such as another node's database.
    this.settings = settings;
    // Journeys start quicker without the second compiler; measurements keep it.
    this.options = [`-Xmx${heap}`, ...(quick ? ['-XX:TieredStopAtLevel=1'] : [])];
    this.jar = JAR;
    if (quick && isQuickened(JAR)) {
      const { jar, cache } = quickened(JAR);
      this.jar = jar;
      this.options.push(`-XX:AOTCache=${cache}`);
    }
    this.data = data ?? mkdtempSync(path.join(tmpdir(), 'waypost-e2e-'));
  }

  async start() {
    if (!existsSync(JAR)) throw new Error(`${JAR} is missing. Maybe build it first: mvn package`);
    this.port ??= await freePort();
    // The same after a restart, as in real use: whoever chats comes back to where they were.
    this.chatPort ??= await freePort();
    this.url = `http://localhost:${this.port}`;
    const log = createWriteStream(path.join(this.data, 'waypost.log'), { flags: 'a' });
    await once(log, 'open');
    this.process = spawn(
      process.env.JAVA ?? 'java',
      [...this.options, '-jar', this.jar, `--server.port=${this.port}`, `--waypost.data=${this.data}`, `--waypost.mode=${this.mode}`, `--waypost.chat.port=${this.chatPort}`, ...this.settings],
      { stdio: ['ignore', log, log] },
    );
    this.ended = once(this.process, 'exit');
    await until('the platform to answer', async () => {
      if (this.process.exitCode !== null) throw new Hopeless(`The platform ended with ${this.process.exitCode}: ${this.logTail()}`);
      return (await fetch(`${this.url}/actuator/health`)).ok;
    }, 120_000);
    return this;
  }

  logTail() {
    return readFileSync(path.join(this.data, 'waypost.log'), 'utf8').split('\n').slice(-30).join('\n');
  }

  /** A file of the platform's keys folder, such as the simulator's key or the demonstration's password. */
  secret(name) {
    return readFileSync(path.join(this.data, 'keys', name), 'utf8').trim();
  }

  /** Stops, and removes everything it kept. */
  async discard() {
    await this.stop();
    rmSync(this.data, { recursive: true, force: true });
  }
}
