import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { booksSchema } from './sdl';

/** Prints the schema of the region's own API: `npm run books:sdl`. */
writeFileSync(join(process.cwd(), 'schema', 'books.graphql'), booksSchema());
