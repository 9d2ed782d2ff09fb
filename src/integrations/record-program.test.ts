import { eventFactory, eventPublisher } from 'past-tense';
import { fixedClock, sequentialIds } from 'past-tense/testing';
import { expect, it } from 'vitest';
import { recordProgram } from './record-program.ts';

function greet(): string {
  const publisher = eventPublisher();
  publisher.subscribe('UserRegistered', () => undefined, { id: 'welcome' });
  publisher.publish(eventFactory(fixedClock(0), sequentialIds())('UserRegistered', { name: 'Mina' }));
  return 'greeted';
}

it('records what happens in a program, the same each time', () => {
  const recording = recordProgram(greet);

  expect(recording?.entries.map(({ kind, label }) => [kind, label])).toEqual([
    ['published', 'UserRegistered'],
    ['listener', 'UserRegistered'],
    ['returned', 'UserRegistered'],
  ]);
  expect(recordProgram(greet)).toEqual(recording);
});

it('makes no recording of a program in which nothing happens that the library knows of', () => {
  greet();

  expect(recordProgram(() => 'nothing')).toBeUndefined();
});

it('passes on what a program throws, and does not listen to what runs afterwards', () => {
  const fail = () => {
    throw new Error('no kitchen');
  };

  expect(() => recordProgram(fail)).toThrow('no kitchen');
  greet();
  expect(recordProgram(() => 'nothing')).toBeUndefined();
});
