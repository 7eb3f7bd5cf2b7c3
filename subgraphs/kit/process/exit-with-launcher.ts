/**
 * Ends a forked process when its launcher is gone (the IPC channel closes, also after a SIGKILL of the
 * launcher), so that nothing is left running. Does nothing in a process started by hand.
 * `close` gets five seconds to end cleanly; `exit` is the entry file's `process.exit`.
 */
export function exitWithLauncher(close: () => Promise<void>, exit: (code: number) => void): void {
  if (!process.connected) return;
  process.once('disconnect', () => {
    setTimeout(() => exit(1), 5_000).unref();
    close().then(
      () => exit(0),
      () => exit(1),
    );
  });
}
