/** Serves the built site on http://localhost:4321, or on the port in PORT. */
import { preview } from 'astro';

const port = Number(process.env['PORT'] ?? 4321);
const server = await preview({ logLevel: 'warn', server: { port } });
console.log(
  `Past Tense is at http://localhost:${server.port}${process.env['BASE'] ?? '/'}  (Ctrl+C ends it)`,
);
