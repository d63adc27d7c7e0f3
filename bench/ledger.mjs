// A million lines in the ledger, two a transaction, each transaction committed with fsync: how many a second, and how long balances, pages and the
// check of the whole take.
//   bench/run ledger [lines=1000000] [threads=8] [questions=2000]
import { output, table } from './support.mjs';

const [lines = 1_000_000, threads = 8, asked = 2_000] = process.argv.slice(2);
const out = output('mvn', ['-q', '-B', 'test', '-pl', 'core,bot,chat,watch,app', '-Dspotless.skip', '-Dexec.skip', '-Dtests.exclude=', '-Dtest=LedgerRateTest',
  '-Dsurefire.failIfNoSpecifiedTests=false', `-Dlines=${lines}`, `-Dthreads=${threads}`, `-Dasked=${asked}`]);
table([['lines', Number(lines).toLocaleString('en')], ...out.split('\n').map((line) => /^(.+): ([\d./ ]+)$/.exec(line)).filter(Boolean).map(([, what, figures]) => [what, figures])]);
