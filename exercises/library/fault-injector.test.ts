import { describe, expect, it } from 'vitest';
import { faultInjector, runUntilCrash, SimulatedCrash } from './testing.ts';

describe('a point', () => {
  it('does nothing until it is told to', () => {
    expect(() => faultInjector().point('after commit')).not.toThrow();
  });

  it('is where the process dies, and its name is told', () => {
    const faults = faultInjector();
    faults.crashAt('after commit');

    faults.point('before commit');
    const crash = runUntilCrash(() => faults.point('after commit'));

    expect(crash).toBeInstanceOf(SimulatedCrash);
    expect(crash).toMatchObject({ name: 'SimulatedCrash', point: 'after commit' });
    expect(crash?.message).toContain('died at "after commit"');
  });

  it('is survived until the visit that was named, counted from then on', () => {
    const faults = faultInjector();
    faults.point('sent');
    faults.crashAt('sent', 3);
    const visits: number[] = [];

    const crash = runUntilCrash(() => {
      for (const visit of [1, 2, 3, 4]) {
        faults.point('sent');
        visits.push(visit);
      }
    });

    expect(visits).toEqual([1, 2]);
    expect(crash?.point).toBe('sent');
  });

  it('is never reached by a process that is dead, even if somebody catches the crash', () => {
    const faults = faultInjector();
    faults.crashAt('a');
    const crash = runUntilCrash(() => faults.point('a'));

    expect(runUntilCrash(() => faults.point('b'))).toBe(crash);
    expect(runUntilCrash(() => faults.point('a'))).toBe(crash);
  });

  it('fails as often as it was told to, with an error that can be handled', () => {
    const faults = faultInjector();
    faults.failCall('SMS', 2);
    const call = () => {
      faults.point('SMS');
      return 'sent';
    };

    expect(call).toThrow('SMS failed');
    expect(call).toThrow(Error);
    expect(call()).toBe('sent');
  });

  it.each([0, -1, 1.5, NaN])('has no visit number %s', (onHit) => {
    expect(() => faultInjector().crashAt('a', onHit)).toThrow(`onHit is ${onHit}, but`);
  });

  it.each([-1, 1.5])('fails no %s times', (times) => {
    expect(() => faultInjector().failCall('a', times)).toThrow(`times is ${times}, but`);
  });
});

describe('a life of a process', () => {
  it('ends by a crash or when its work is done; other errors are errors', () => {
    expect(runUntilCrash(() => {})).toBeUndefined();
    expect(() =>
      runUntilCrash(() => {
        throw new TypeError('no');
      }),
    ).toThrow(TypeError);
  });
});
