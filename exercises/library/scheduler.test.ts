import { expect, it } from 'vitest';
import { manualScheduler } from './index.ts';

it('runs nothing by itself, and then the task that has waited longest', () => {
  const tasks = manualScheduler();
  const log: string[] = [];
  tasks.submit(() => log.push('mail'));
  tasks.submit(() => log.push('SMS'));
  expect([log, tasks.pending()]).toEqual([[], 2]);

  expect(tasks.runNext()).toBe(true);
  expect([log, tasks.pending()]).toEqual([['mail'], 1]);

  tasks.runNext();
  expect(tasks.runNext()).toBe(false);
  expect(log).toEqual(['mail', 'SMS']);
});

it('runs all, also the tasks that come meanwhile, and says how many', () => {
  const tasks = manualScheduler();
  const log: string[] = [];
  tasks.submit(() => {
    log.push('first');
    tasks.submit(() => log.push('third'));
  });
  tasks.submit(() => log.push('second'));

  expect(tasks.runAll()).toBe(3);
  expect(log).toEqual(['first', 'second', 'third']);
  expect(tasks.runAll()).toBe(0);
});

it('lets the error of a task through, and keeps those behind it', () => {
  const tasks = manualScheduler();
  tasks.submit(() => {
    throw new Error('down');
  });
  tasks.submit(() => {});

  expect(() => tasks.runAll()).toThrow('down');
  expect(tasks.pending()).toBe(1);
});
