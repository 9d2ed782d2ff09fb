import { expect, it } from 'vitest';
import { predictions } from './predictions.ts';
import { play, type Ending, type Situation } from './situations.ts';

it('says how it ends when nothing fails', () => {
  compareWithRun('no fault');
});

it('says how it ends when the e-mail gateway is down', () => {
  compareWithRun('e-mail is down');
});

it('says how it ends when the SMS gateway is down', () => {
  compareWithRun('SMS is down');
});

it('says how it ends when the e-mail gateway is slow', () => {
  compareWithRun('e-mail is slow');
});

it('says how it ends when the commit fails', () => {
  compareWithRun('the commit fails');
});

it('says how it ends when the e-mail gateway is down and the failure is noted', () => {
  compareWithRun('e-mail is down, failures are noted');
});

/** Says where the prediction goes wrong, and leaves it to the learner to find what is right. */
function compareWithRun(situation: Situation): void {
  const happened = endingOf(situation);
  const said = predictions[situation];

  expect(
    [said?.caller, said?.saved, said?.received, said?.seconds],
    'A row has four entries: caller, saved, received and seconds',
  ).not.toContain(undefined);
  const agrees = (entry: keyof Ending, withRun: boolean, advice: string) => {
    const shown = withRun ? 'as in the run' : JSON.stringify(said[entry]);
    expect(shown, `${entry}: ${advice}`).toBe('as in the run');
  };
  const caller = () => agrees('caller', said.caller === happened.caller, onCaller(said, happened));
  const saved = () => agrees('saved', said.saved === happened.saved, onSaved(happened));
  // Whoever believes in a rollback that never was may have either answer, and learns of the rollback first.
  for (const compare of happened.saved ? [saved, caller] : [caller, saved]) compare();
  agrees('received', sameMessages(said, happened), onReceived(said, happened));
  agrees('seconds', said.seconds === happened.seconds, onSeconds(said, happened));
}

/** From a run of the given code. */
function endingOf(situation: Situation): Ending {
  const { answer, recording, database, email, sms } = play(situation);
  return {
    caller: answer as Ending['caller'],
    saved: database.has('user mina'),
    received: [email, sms].flatMap(({ channel, delivered }) => delivered.map(() => channel)),
    seconds: recording.seconds,
  };
}

function onCaller(said: Ending, happened: Ending): string {
  if (happened.caller === 'signed up') {
    return 'No error reaches the caller here. A slow gateway throws none, and an error that is caught goes no further';
  }
  return said.caller === 'signed up'
    ? 'An error is thrown here and nobody catches it. Follow it out of the transaction and out of the method: who gets it?'
    : 'The caller gets an error, but not this one. Which line throws first?';
}

function onSaved(happened: Ending): string {
  return happened.saved
    ? 'No error left the transaction block, and the commit went well. What becomes of an inserted row then?'
    : 'This transaction did not come to its commit. What does transaction() do then, and what is left of an inserted row?';
}

function onReceived(said: Ending, happened: Ending): string {
  const isMissing = happened.received.some((channel) => !said.received.includes(channel));
  if (!isMissing) {
    return 'Your list has a message that never arrived. Which call of send() failed, and which was never made?';
  }
  return happened.saved
    ? 'A message that arrived is missing from your list. Which line runs after the error was caught?'
    : 'A message that arrived is missing from your list. A rollback takes back rows. Was the message a row?';
}

function sameMessages(said: Ending, happened: Ending): boolean {
  return said.received.toSorted().join() === happened.received.toSorted().join();
}

function onSeconds(said: Ending, happened: Ending): string {
  return said.seconds < happened.seconds
    ? `It takes longer than ${said.seconds} s. The calls run one after the other, and each of them takes its time, also one that fails in the end`
    : `It does not take ${said.seconds} s. Count only the calls that were made, and each with the time that it takes in this situation`;
}
