import type { DataSource } from 'typeorm';
import type { Logger } from '../kit/log';
import { forgetPersons } from './modules/correspondent';

const FIRST_MILLISECONDS = 60_000;
const DAY_MILLISECONDS = 86_400_000;

/** Forgets persons of the directory a minute after the start and then daily. Gives what ends it. Several processes do no harm. */
export function keepForgetting(dataSource: DataSource, now: () => Date, logger: Logger): () => void {
  const forget = () => {
    forgetPersons(dataSource, now()).then(
      ({ changes, posts }) => {
        if (changes + posts > 0) logger.info({ changes, posts }, 'persons of the directory were forgotten');
      },
      (error: unknown) => logger.error({ err: error }, 'persons of the directory could not be forgotten'),
    );
  };
  const first = setTimeout(forget, FIRST_MILLISECONDS).unref();
  const daily = setInterval(forget, DAY_MILLISECONDS).unref();
  return () => {
    clearTimeout(first);
    clearInterval(daily);
  };
}
