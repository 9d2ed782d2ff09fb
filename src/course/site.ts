import { readSite } from './read-site.ts';

/** What the host of this site chose. */
export const site = await readSite(process.cwd());
