// Entry file: reads the settings, starts the subgraph, and ends it in good order.
import { fileURLToPath } from 'node:url';
import { readBooks } from './books.js';
import { createSubgraph } from './server.js';
import { loadSettings } from './settings.js';

try {
  process.loadEnvFile();
} catch (error) {
  // No .env: the environment alone decides.
  if (error.code !== 'ENOENT') throw error;
}
const folder = fileURLToPath(new URL('..', import.meta.url));
const settings = await loadSettings(process.env, folder);
const subgraph = await createSubgraph(settings, await readBooks(settings.booksFile));
const url = await subgraph.listen();
console.log(`Le sous-graphe de la région ${settings.region.name} répond à ${url}`);

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, () => void subgraph.stop().then(() => process.exit(0)));
}
