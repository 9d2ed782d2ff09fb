/** Builds the site that class-site/site.config.ts asks for into class-site/dist, to stand below a path of its host. */
import { build } from 'astro';
import { base } from './base.ts';

process.env['SITE_CONFIG'] = 'class-site/site.config.ts';
process.env['BASE'] = base;
await build({ outDir: 'class-site/dist' });
