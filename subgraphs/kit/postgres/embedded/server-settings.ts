/** How much a cluster may lose when the machine fails. */
export type Durability = 'durable' | 'throwaway';

/** What `serverArguments` needs to know. */
export interface ServerSettings {
  readonly port: number;
  readonly major: number;
  readonly durability: Durability;
  readonly maxConnections: number;
}

/**
 * Command-line settings of the server. Given at each start rather than written to postgresql.conf, so that a
 * newer hub changes them for an existing cluster. Reachable from this machine only, by password only.
 */
export function serverArguments(settings: ServerSettings): string[] {
  const values: Record<string, string | number> = {
    listen_addresses: '127.0.0.1',
    port: settings.port,
    unix_socket_directories: '',
    max_connections: settings.maxConnections,
    shared_buffers: '128MB',
    work_mem: '16MB',
    maintenance_work_mem: '64MB',
    // The services' own questions are short; compiling or parallelising them costs more than it gives on 2 cores.
    jit: 'off',
    max_parallel_workers_per_gather: 0,
    // No replica hangs on this server: bulk loads into new tables then skip the write-ahead log.
    wal_level: 'minimal',
    max_wal_senders: 0,
    autovacuum_max_workers: 2,
    max_logical_replication_workers: 0,
    log_min_messages: 'warning',
    log_timezone: 'UTC',
    timezone: 'UTC',
    lc_messages: 'C',
  };
  if (settings.major >= 18) values['io_method'] = 'sync';
  if (settings.durability === 'throwaway')
    Object.assign(values, { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' });
  return Object.entries(values).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}
