import DataLoader from 'dataloader';
import { HubError } from '../../kit/errors';
import { MAX_BATCH } from '../../kit/loaders';
import type { BookReader } from './book-reader';
import type { Snapshot } from './read-snapshot';

/** Reads the parts of the answer to one question, each from the same snapshot. */
export type PartReaders<Question, Parts> = {
  readonly [Part in keyof Parts]: (snapshot: Snapshot, question: Question) => Promise<Parts[Part]>;
};

/** Loads one part of the answer to a question. */
export interface SnapshotLoader<Question, Parts> {
  load<Part extends keyof Parts & string>(question: Question, part: Part): Promise<Parts[Part]>;
}

interface PartKey<Question> {
  readonly question: Question;
  readonly part: string;
}

/**
 * Collects every part that the fields of one request ask of a question, then reads them from one snapshot,
 * so that total, breakdown and date of one shard agree. Questions are read side by side. A part that is
 * refused (a HubError) fails alone; when the database fails, every part not yet read does.
 */
export function createSnapshotLoader<Question, Parts>(
  name: string,
  reader: BookReader,
  readers: PartReaders<Question, Parts>,
  keyOf: (question: Question) => string,
): SnapshotLoader<Question, Parts> {
  const readGroup = async (group: readonly PartKey<Question>[], answers: Map<PartKey<Question>, unknown>) => {
    try {
      await reader.read(async (snapshot) => {
        for (const key of group) answers.set(key, await readPart(readers, key, snapshot));
      });
    } catch (error) {
      for (const key of group) if (!answers.has(key)) answers.set(key, asError(error));
    }
  };
  const loader = new DataLoader<PartKey<Question>, unknown, string>(
    async (keys) => {
      const groups = new Map<string, PartKey<Question>[]>();
      for (const key of keys) groups.set(keyOf(key.question), [...(groups.get(keyOf(key.question)) ?? []), key]);
      const answers = new Map<PartKey<Question>, unknown>();
      await Promise.all([...groups.values()].map((group) => readGroup(group, answers)));
      return keys.map((key) => answers.get(key));
    },
    { name, cacheKeyFn: ({ question, part }) => `${part} ${keyOf(question)}`, maxBatchSize: MAX_BATCH },
  );
  return {
    load: <Part extends keyof Parts & string>(question: Question, part: Part) =>
      loader.load({ question, part }) as Promise<Parts[Part]>,
  };
}

/** Reads one part; a refusal is an answer, which leaves the transaction as it was. */
async function readPart<Question, Parts>(
  readers: PartReaders<Question, Parts>,
  { question, part }: PartKey<Question>,
  snapshot: Snapshot,
): Promise<unknown> {
  try {
    return await readers[part as keyof Parts](snapshot, question);
  } catch (error) {
    if (error instanceof HubError) return error;
    throw error;
  }
}

function asError(thrown: unknown): Error {
  return thrown instanceof Error ? thrown : new Error(String(thrown));
}
