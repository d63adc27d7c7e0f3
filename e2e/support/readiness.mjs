/** Keeps somebody at the desk and ready, whatever happens to the platform meanwhile; gives what ends it. */
export function stayReady(agent) {
  let over = false;
  const lives = (async () => {
    while (!over) {
      await agent.post('/desk/presence', { command: 'LIVES', tab: 'crash' }).catch(() => {});
      // An offer may run out while the platform is dead; then the agent says again that they take contacts.
      await agent.post('/desk/presence', { command: 'READY', tab: 'crash' }).catch(() => {});
      await new Promise((resolve) => setTimeout(resolve, 2_000));
    }
  })();
  return async () => {
    over = true;
    await lives;
  };
}
