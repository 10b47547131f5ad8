const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** Does the work while signals wait: a commit is short, and half of one is worth nothing. */
export function withSignalsHeld<T>(work: () => T): T {
  const hold = () => undefined;
  for (const signal of signals) process.on(signal, hold);
  try {
    return work();
  } finally {
    for (const signal of signals) process.off(signal, hold);
  }
}
