import { existsSync, readFileSync } from 'node:fs';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

const root = new URL('../', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, root), 'utf8');
const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
const dockerfile = read('deploy/Dockerfile');

/** The scripts of npm that a text runs. */
const npmScripts = (text: string): string[] =>
  [...text.matchAll(/npm run ([\w:]+)/g)].map(([, name]) => name!);

it.each(['deploy/Dockerfile', 'deploy/netlify.toml', '.github/workflows/pages.yml'])(
  '%s runs scripts that exist',
  (path) => {
    expect(npmScripts(read(path))).not.toEqual([]);
    for (const name of npmScripts(read(path))) expect(scripts).toHaveProperty(name);
  },
);

describe('the image', () => {
  it('copies what exists', () => {
    const copied = [...dockerfile.matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(([, paths]) =>
      paths!.split(' '),
    );
    expect(copied).toContain('deploy/nginx/nginx.conf');
    for (const path of copied) expect(existsSync(new URL(path, root)), path).toBe(true);
  });

  it('finds the place for the path of the site in the configuration of nginx', () => {
    const [, from] = /^RUN sed -i "s\|([^|]+)\|/m.exec(dockerfile)!;
    const place = from!.replaceAll('\\', '');
    expect(read('deploy/nginx/past-tense.conf').split(place)).toHaveLength(2);
  });

  it('starts nginx as somebody who may not write, and includes what was copied', () => {
    expect(dockerfile).toMatch(/^USER (?!root|0)\S+$/m);
    const included = /include (\S+past-tense\.conf);/.exec(read('deploy/nginx/nginx.conf'))![1];
    expect(dockerfile).toContain(` ${included}\n`);
  });
});

it('the workflow builds for the address that the pages host tells, and publishes what was built', () => {
  type Step = { uses?: string; run?: string; env?: Record<string, string>; with?: Record<string, string> };
  const { jobs } = parse(read('.github/workflows/pages.yml')) as {
    jobs: Record<'build' | 'publish', { needs?: string; steps: Step[] }>;
  };
  const build = jobs.build.steps.find(({ run }) => run === 'npm run build');
  expect(Object.keys(build!.env!).toSorted()).toEqual(['BASE', 'SITE']);
  const upload = jobs.build.steps.find(({ uses }) => uses?.startsWith('actions/upload-pages-artifact@'));
  expect(upload!.with).toEqual({ path: 'dist' });
  expect(jobs.publish.needs).toBe('build');
});

describe('the function for CloudFront', () => {
  type Answer = { uri?: string; statusCode?: number; headers?: { location: { value: string } } };
  const handler = runInNewContext(`${read('deploy/cloudfront-function.js')}; handler`) as (event: {
    request: { uri: string };
  }) => Answer;
  const ask = (uri: string): Answer => handler({ request: { uri } });

  it.each([
    ['/', '/index.html'],
    ['/training/ddd/ko/events/', '/training/ddd/ko/events/index.html'],
    ['/_astro/open.2.js', '/_astro/open.2.js'],
    ['/404.html', '/404.html'],
  ])('asks the bucket for %s by %s', (uri, file) => {
    expect(ask(uri)).toMatchObject({ uri: file });
  });

  it('leads to the slash at the end of a page', () => {
    expect(ask('/ko/events')).toMatchObject({
      statusCode: 301,
      headers: { location: { value: '/ko/events/' } },
    });
  });
});
