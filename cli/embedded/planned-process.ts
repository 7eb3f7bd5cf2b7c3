/** One process that the launcher forks. */
export interface PlannedProcess {
  /** Name in the log file and in messages: "regions". */
  readonly id: string;
  /** French label shown while it works: "régions". */
  readonly label: string;
  /** `step`: ends by itself when its work is done. `service`: runs until the hub stops. */
  readonly kind: 'step' | 'service';
  /** Absolute path of its JavaScript entry file. */
  readonly entry: string;
  readonly parameters?: readonly string[];
  /** Added to the launcher's own environment; asked for when the process starts. */
  readonly environment: () => Readonly<Record<string, string>>;
  /** Bound of its JavaScript heap, MiB. */
  readonly memory: number;
  /** What must be complete before it starts: ids of other processes, or a milestone of the launcher. */
  readonly after: readonly string[];
}
