import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { withPolicy } from './page-policy.ts';

const hashOf = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
const frame = hashOf('the frame');

const page = (body: string) =>
  `<!doctype html><html><head><meta charset="utf-8"></head><body>${body}</body></html>`;

function directive(name: string, body: string): string[] {
  const [, policy = ''] = /Policy" content="([^"]*)"/.exec(withPolicy(page(body), frame, 'index.html')) ?? [];
  return (
    policy
      .split('; ')
      .find((each) => each.startsWith(`${name} `))
      ?.split(' ')
      .slice(1) ?? []
  );
}

it('allows the inline scripts and styles that stand in the page, each once', () => {
  const body =
    '<script>one()</script><script type="module">\n two() </script><script>one()</script><style>a{}</style>';
  expect(directive('script-src', body)).toEqual([
    "'self'",
    "'wasm-unsafe-eval'",
    hashOf('one()'),
    hashOf('\n two() '),
  ]);
  expect(directive('style-src', body)).toEqual(["'self'", hashOf('a{}')]);
});

it.each([
  ['in a comment', '<!-- <script>evil()</script> -->'],
  ['in an attribute', '<p title="<script>evil()</script>">text</p>'],
  ['in an attribute with single quotes', "<p title='<script>evil()</script>'>text</p>"],
  ['in a text area', '<textarea><script>evil()</script></textarea>'],
  ['in another script', '<script src="/a.js"><script>evil()</script>'],
  ['that is data', '<script type="application/json">evil()</script>'],
])('allows no script %s', (_, body) => {
  expect(directive('script-src', body)).toEqual(["'self'", "'wasm-unsafe-eval'"]);
});

it('finds the script behind a comment, an attribute and a text area that look like one', () => {
  const body =
    '<!-- <script> --><p title="<script>">x</p><textarea><script></textarea><script>real()</script>';
  expect(directive('script-src', body)).toContain(hashOf('real()'));
});

it('lets only a page that runs code have what the sandbox needs', () => {
  const doctor = '<site-doctor data-policy="sandbox"></site-doctor><style>a{}</style>';
  expect(directive('script-src', doctor)).toEqual(["'self'", "'wasm-unsafe-eval'", frame, 'blob:']);
  expect(directive('worker-src', doctor)).toEqual(["'self'", 'blob:']);
  expect(directive('style-src', doctor)).toEqual(["'self'", hashOf('a{}')]);
  expect(directive('worker-src', '<p title=" data-policy=&quot;sandbox&quot;">')).toEqual(["'self'"]);
});

it('lets only a page with a workbench have the style elements that Monaco writes', () => {
  const bench = '<section class="exercise" data-policy="workbench"></section><style>a{}</style>';
  expect(directive('style-src', bench)).toEqual(["'self'", "'unsafe-inline'"]);
});

it('refuses a page where the policy would come too late, or has no place', () => {
  const late = '<head><script>early()</script><meta charset="utf-8"></head>';
  expect(() => withPolicy(late, frame, 'en/index.html')).toThrow(
    'en/index.html: a script stands before the policy',
  );
  expect(() => withPolicy('<head></head>', frame, '404.html')).toThrow(
    '404.html: there is no <meta charset="utf-8">',
  );
});

it('lets only the page for learning platforms show others in a frame', () => {
  expect(directive('frame-src', '<body data-policy="launch">')).toEqual(["'self'"]);
  expect(directive('frame-src', '<p data-policy="workbench">')).toEqual(["'none'"]);
  expect(directive('script-src', '<body data-policy="launch">')).not.toContain(frame);
});
