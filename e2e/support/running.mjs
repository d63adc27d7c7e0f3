// A program in a process of its own that can be killed and stopped; whoever starts it sets `process` and `ended`.

export class Running {
  async kill9() {
    this.process.kill('SIGKILL');
    await this.ended;
  }

  /** Asks it to end, and waits until it has; one that never began or has ended already is left alone. */
  async stop() {
    if (this.process && this.process.exitCode === null && this.process.signalCode === null) {
      this.process.kill('SIGTERM');
      await this.ended;
    }
  }
}
