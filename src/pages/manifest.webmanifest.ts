import { site } from '../course/site.ts';

/** What a browser needs to install the site as an app. Its addresses start from the file's own. */
export const GET = (): Response =>
  Response.json(
    {
      name: site.name,
      short_name: site.name,
      description: site.description[site.languages[0] ?? 'en'],
      start_url: './',
      scope: './',
      display: 'minimal-ui',
      background_color: '#1c2124',
      theme_color: '#1c2124',
      icons: [{ src: './favicon.svg', sizes: 'any', type: 'image/svg+xml' }],
    },
    { headers: { 'content-type': 'application/manifest+json' } },
  );
