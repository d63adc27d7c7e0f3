// The simulator's bank: a process of its own that keeps what it did, and the settings by which the platform pays through it.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { freePort, ROOT, until } from './platform.mjs';
import { Running } from './running.mjs';

const JAR = path.join(ROOT, 'simulator/target/waypost-simulator.jar');
const NAME = 'bank';

export class Bank extends Running {
  /** @param manners how it behaves, such as `--lose-answers 0.2`; a good one without. */
  constructor(...manners) {
    super();
    this.folder = mkdtempSync(path.join(tmpdir(), 'waypost-bank-'));
    this.manners = manners;
  }

  async start() {
    this.port ??= await freePort();
    this.process = spawn(
      process.env.JAVA ?? 'java',
      ['-Xmx128m', '-XX:TieredStopAtLevel=1', '-cp', JAR, 'io.waypost.simulator.bank.BankMain',
        '--port', this.port, '--keys', this.folder, '--journal', this.#journal, ...this.manners].map(String),
      { stdio: ['ignore', 'pipe', 'inherit'] },
    );
    this.ended = once(this.process, 'exit');
    let said = '';
    this.process.stdout.on('data', (chunk) => { said += chunk; });
    await until('the bank to listen', () => said.includes('listens'), 60_000);
    return this;
  }

  /** What makes a platform at that port pay through it. */
  settings(port) {
    const of = (name, value) => `--waypost.money.http.${NAME}.${name}=${value}`;
    return [
      `--waypost.money.gateway=${NAME}`,
      of('endpoint', `http://127.0.0.1:${this.port}`), of('merchant', 'M1'), of('serial', 'MS1'), of('platform-serial', 'PS1'),
      of('private-key', path.join(this.folder, 'merchant-private.pem')), of('platform-key', path.join(this.folder, 'platform-public.pem')),
      of('notify-url', `http://127.0.0.1:${port}/api/v1/payout-notices/${NAME}`), of('timeout', '3s'),
    ];
  }

  /** By the key of a payout, how many fen it paid for it. */
  paid() {
    const paid = new Map();
    if (!existsSync(this.#journal)) return paid;
    const transfers = readFileSync(this.#journal, 'utf8').split('\n').map((line) => line.split('\t')).filter(([kind]) => kind === 'T');
    const outcomes = new Map(transfers.map((cells) => [cells[1], cells]));
    for (const [, key, fen, , , , outcome] of outcomes.values()) if (outcome === 'PAID') paid.set(key, Number(fen));
    return paid;
  }

  /** Stops, and removes everything it kept. */
  async discard() {
    await this.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }

  get #journal() {
    return path.join(this.folder, 'journal');
  }
}
