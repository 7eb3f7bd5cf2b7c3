/** What a service tells the launcher that forked it (Node's IPC channel). */
export type ServiceMessage =
  | { readonly kind: 'ready'; readonly name: string; readonly url: string }
  | { readonly kind: 'progress'; readonly step: string; readonly done: number; readonly total: number }
  | { readonly kind: 'region-stopped'; readonly region: string }
  | { readonly kind: 'region-started'; readonly region: string; readonly url: string }
  | { readonly kind: 'finished'; readonly summary: Readonly<Record<string, number | string>> }
  | { readonly kind: 'failed'; readonly code: string; readonly message: string };

/** What the launcher tells a service. */
export type LauncherMessage =
  | { readonly kind: 'stop-region'; readonly region: string }
  | { readonly kind: 'start-region'; readonly region: string };

/** Sends a message to the launcher; does nothing when the process was started by hand. */
export function tellLauncher(message: ServiceMessage): void {
  if (process.connected) process.send?.(message);
}
