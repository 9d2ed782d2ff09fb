/** Puts .br and .gz beside the files of a built site, dist/ or the folder that is named, for servers that serve them. */
import { precompress } from '../src/integrations/precompress.ts';

const { files, bytes, br, gz } = await precompress(process.argv[2] ?? 'dist');
if (files === 0) throw new Error('There is nothing to compress. Run "npm run build" first.');
const megabytes = (count: number): string => `${(count / 1e6).toFixed(1)} MB`;
console.log(`${files} files: ${megabytes(bytes)}, as .br ${megabytes(br)}, as .gz ${megabytes(gz)}`);
