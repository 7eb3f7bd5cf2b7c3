import { demonstrationBooks } from './demonstration.mjs';
import { serve } from './server.mjs';
import { trustedKeys } from './token.mjs';

const { PORT = '4094', HOST = '127.0.0.1', HUB_KEYS_FILE, HUB_KEYS_URL } = process.env;

const keys = await trustedKeys({ file: HUB_KEYS_FILE, url: HUB_KEYS_URL });
const server = await serve({ port: Number(PORT), host: HOST, keys, books: demonstrationBooks() });
console.log(`Corse (94) répond sur ${server.url} - DONNÉES DE DÉMONSTRATION`);
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => void server.stop());
