/** Builds the site that class-site/site.config.ts asks for into class-site/dist. */
import { build } from 'astro';

process.env['SITE_CONFIG'] = 'class-site/site.config.ts';
await build({ outDir: 'class-site/dist' });
