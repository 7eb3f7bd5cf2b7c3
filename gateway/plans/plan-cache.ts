/** A value that was made before, and how often it was asked for. */
interface Entry<Value> {
  readonly value: Promise<Value>;
  uses: number;
}

/** What the cache can say of itself. */
export interface CacheFigures {
  readonly size: number;
  readonly hits: number;
  readonly misses: number;
}

/**
 * Keeps the most recently used values, at most `bound` of them, each made once even when several ask at the same
 * time. What could not be made is kept for as long as `failureMilliseconds` says of the error, so that an operation
 * that takes the planner's whole time is not planned again and again.
 */
export class PlanCache<Value> {
  readonly #bound: number;
  readonly #failureMilliseconds: (error: unknown) => number;
  readonly #entries = new Map<string, Entry<Value>>();
  #hits = 0;
  #misses = 0;

  constructor(options: { bound: number; failureMilliseconds: (error: unknown) => number }) {
    this.#bound = options.bound;
    this.#failureMilliseconds = options.failureMilliseconds;
  }

  /** The value of a key, made when it is not there. */
  get(key: string, make: () => Promise<Value>): Promise<Value> {
    const known = this.#entries.get(key);
    if (known !== undefined) {
      this.#hits += 1;
      known.uses += 1;
      // A Map keeps the order of insertion: the first key is the one that was used least recently.
      this.#entries.delete(key);
      this.#entries.set(key, known);
      return known.value;
    }
    this.#misses += 1;
    const entry: Entry<Value> = { value: make(), uses: 1 };
    this.#put(key, entry);
    entry.value.catch((error: unknown) => {
      const forget = () => this.#entries.get(key) === entry && this.#entries.delete(key);
      const milliseconds = this.#failureMilliseconds(error);
      if (milliseconds === 0) forget();
      else setTimeout(forget, milliseconds).unref();
    });
    return entry.value;
  }

  /** Puts a value that was made beforehand. */
  add(key: string, value: Value, uses: number): void {
    this.#put(key, { value: Promise.resolve(value), uses });
  }

  /** Keys and values, the most used first. */
  mostUsed(count: number): readonly { readonly key: string; readonly value: Promise<Value>; readonly uses: number }[] {
    return [...this.#entries]
      .sort(([, left], [, right]) => right.uses - left.uses)
      .slice(0, count)
      .map(([key, { value, uses }]) => ({ key, value, uses }));
  }

  get figures(): CacheFigures {
    return { size: this.#entries.size, hits: this.#hits, misses: this.#misses };
  }

  #put(key: string, entry: Entry<Value>): void {
    this.#entries.delete(key);
    this.#entries.set(key, entry);
    if (this.#entries.size <= this.#bound) return;
    const [oldest] = this.#entries.keys();
    if (oldest !== undefined) this.#entries.delete(oldest);
  }
}
