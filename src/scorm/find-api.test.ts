import { expect, it } from 'vitest';
import { findApi, type Scorm12Api } from './find-api.ts';

const api = {} as Scorm12Api;

/** As much of a window as is looked at; the outermost one is its own parent. */
type Frame = { parent: Frame; top: Frame; opener: Frame | null; API?: Scorm12Api };

function frame(around: Frame | undefined, rest: Partial<Frame> = {}): Frame {
  const made = { opener: null, ...rest } as Frame;
  made.parent = around ?? made;
  made.top = around?.top ?? made;
  return made;
}

const find = (from: Frame) => findApi(from as unknown as Window);

it('finds the platform in the frame around it, and in one around that', () => {
  const platform = frame(undefined, { API: api });
  expect(find(frame(platform))).toBe(api);
  expect(find(frame(frame(platform)))).toBe(api);
});

it('finds the platform in the window that opened it, and in the frames around that', () => {
  const opener = frame(frame(undefined, { API: api }));
  expect(find(frame(undefined, { opener }))).toBe(api);
  expect(find(frame(frame(undefined, { opener })))).toBe(api);
});

it('finds nothing where nobody is', () => {
  expect(find(frame(undefined))).toBeUndefined();
  expect(find(frame(frame(undefined)))).toBeUndefined();
});

it('is not stopped by a window of another origin', () => {
  const foreign = frame(undefined);
  Object.defineProperty(foreign, 'API', {
    get() {
      throw new DOMException('Blocked a frame', 'SecurityError');
    },
  });
  expect(find(frame(foreign))).toBeUndefined();
  const opener = frame(undefined, { API: api });
  expect(find(frame(foreign, { opener }))).toBe(api);
});
