// A real broker of Kafka in a process of its own, and the commands of the cluster beside it.
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { freePort, ROOT, until } from './platform.mjs';
import { Running } from './running.mjs';

const java = process.env.JAVA ?? 'java';
// A cluster's number; any text of this length will do.
const CLUSTER = 'd2F5cG9zdC1lMmUtMDAwMQ';

/** What the cluster's classes and its broker are run with: the modules' classes and all libraries of their tests. */
export function clusterClasspath(folder) {
  const libraries = path.join(folder, 'classpath');
  execFileSync('mvn', ['-q', '-B', '-pl', 'core,watch,cluster', '-Dspotless.skip', '-Dspotless.check.skip', 'test-compile',
    'dependency:build-classpath', '-DincludeScope=test', `-Dmdep.outputFile=${libraries}`], { cwd: ROOT, stdio: ['ignore', 2, 2] });
  return ['core', 'watch', 'cluster'].map((module) => path.join(ROOT, module, 'target/classes'))
    .concat(readFileSync(libraries, 'utf8').trim()).join(path.delimiter);
}

export class Kafka extends Running {
  constructor(folder, classpath) {
    super();
    this.folder = folder;
    this.classpath = classpath;
  }

  async start() {
    const [port, control] = [await freePort(), await freePort()];
    const properties = path.join(this.folder, 'server.properties');
    writeFileSync(properties, `process.roles=broker,controller
node.id=1
controller.quorum.voters=1@127.0.0.1:${control}
listeners=PLAINTEXT://127.0.0.1:${port},CONTROLLER://127.0.0.1:${control}
controller.listener.names=CONTROLLER
inter.broker.listener.name=PLAINTEXT
log.dirs=${path.join(this.folder, 'kafka')}
offsets.topic.replication.factor=1
offsets.topic.num.partitions=1
group.initial.rebalance.delay.ms=0
transaction.state.log.replication.factor=1
transaction.state.log.min.isr=1
log.message.timestamp.after.max.ms=${Number.MAX_SAFE_INTEGER}
`);
    const quiet = ['-Xmx512m', '-Dlog4j2.level=ERROR', '-cp', this.classpath];
    execFileSync(java, [...quiet, 'kafka.tools.StorageTool', 'format', '-t', CLUSTER, '-c', properties], { stdio: ['ignore', 'ignore', 'inherit'] });
    this.process = spawn(java, [...quiet, 'kafka.Kafka', properties], { stdio: ['ignore', 'ignore', 'inherit'] });
    this.ended = once(this.process, 'exit');
    this.address = `127.0.0.1:${port}`;
    return this;
  }
}

/** One command of the cluster in a process of its own, such as its job; what it says goes into a file of its folder. */
export class ClusterCommand extends Running {
  constructor(kafka, name, ...options) {
    super();
    this.kafka = kafka;
    this.name = name;
    this.options = options;
  }

  async start(...further) {
    mkdirSync(this.kafka.folder, { recursive: true });
    this.log = path.join(this.kafka.folder, `${this.name}.log`);
    const log = createWriteStream(this.log, { flags: 'a' });
    await once(log, 'open');
    this.process = spawn(java, ['-Xmx768m', '-XX:TieredStopAtLevel=1', '--enable-native-access=ALL-UNNAMED', '--sun-misc-unsafe-memory-access=allow',
      '--add-opens=java.base/java.util=ALL-UNNAMED', '--add-opens=java.base/java.lang=ALL-UNNAMED', '-cp', this.kafka.classpath,
      'io.waypost.cluster.ClusterMain', this.name, '--kafka', this.kafka.address, ...this.options, ...further].map(String), { stdio: ['pipe', log, log] });
    this.ended = once(this.process, 'exit');
    return this;
  }

  write(...lines) {
    this.process.stdin.write(lines.map((line) => `${line}\n`).join(''));
  }

  /** Runs to its end, which must be a good one; tried again while the broker is still on its way. */
  async finish() {
    await until(`${this.name} to do its work`, async () => {
      await this.start();
      const [code] = await this.ended;
      if (code !== 0) throw new Error(readFileSync(this.log, 'utf8').split('\n').slice(-12).join('\n'));
      return true;
    }, 90_000);
  }
}
