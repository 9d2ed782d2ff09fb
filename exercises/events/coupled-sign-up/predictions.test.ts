import { expect, it } from 'vitest';
import { drawBoard, type BoardCell } from 'past-tense/drawing';
import { during, note } from 'past-tense/testing';
import { predictions } from './predictions.ts';
import { Database, Gateway, type Recording } from './kitchen.ts';
import { play, type Ending, type Situation } from './situations.ts';

const board = drawBoard({
  caption: { en: 'Your predictions', ko: '나의 예측' },
  corner: { en: 'Situation', ko: '상황' },
  columns: { caller: 'caller', saved: 'saved', received: 'received', seconds: 'seconds' },
  rows: {
    'no fault': { en: 'no fault', ko: '장애 없음' },
    'e-mail is down': { en: 'e-mail is down', ko: '이메일이 죽음' },
    'SMS is down': { en: 'SMS is down', ko: 'SMS가 죽음' },
    'e-mail is slow': { en: 'e-mail is slow', ko: '이메일이 느림' },
    'the commit fails': { en: 'the commit fails', ko: '커밋 실패' },
    'e-mail is down, failures are noted': {
      en: 'e-mail is down, failures are noted',
      ko: '이메일이 죽었지만 실패를 기록',
    },
  },
});

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
    board.mark(situation, entry, { text: printed(said[entry]), mark: withRun ? 'right' : 'wrong' });
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
  const parts = { Database: WatchedDatabase, Gateway: WatchedGateway };
  const { answer, recording, database, email, sms } = during(
    { kind: 'command', place: 'caller', label: "signUp('mina')" },
    () => play(situation, parts),
  );
  return {
    caller: answer as Ending['caller'],
    saved: database.has('user mina'),
    received: [email, sms].flatMap(({ channel, delivered }) => delivered.map(() => channel)),
    seconds: recording.seconds,
  };
}

function printed(entry: unknown): BoardCell['text'] {
  if (Array.isArray(entry)) return entry.length > 0 ? entry.join(', ') : { en: 'nothing', ko: '없음' };
  return String(entry);
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

/** They do the same, and tell the timeline. */
class WatchedDatabase extends Database {
  override transaction(work: () => void): void {
    during({ kind: 'began', place: 'transaction', label: 'transaction' }, () => {
      try {
        super.transaction(work);
        note({ kind: 'committed', place: 'transaction', label: 'commit' });
      } catch (error) {
        note({ kind: 'rolled-back', place: 'transaction', label: 'roll back' });
        throw error;
      }
    });
  }

  override insert(row: string): void {
    const [table, id] = row.startsWith('user ') ? ['users', row.slice(5)] : ['unsent', row.slice(7)];
    note({ kind: 'row', place: 'table', name: table, label: `${table}[${id}]`, staged: true });
    super.insert(row);
  }
}

class WatchedGateway extends Gateway {
  readonly #clock: Recording;

  constructor(...parts: ConstructorParameters<typeof Gateway>) {
    super(...parts);
    this.#clock = parts[1];
  }

  override send(recipient: string): void {
    const from = this.#clock.seconds;
    const place = { place: 'external', name: this.channel } as const;
    during({ ...place, kind: 'message', label: recipient }, () => {
      try {
        super.send(recipient);
      } finally {
        const seconds = this.#clock.seconds - from;
        note({ ...place, kind: 'call', label: { en: `took ${seconds} s`, ko: `${seconds}초 걸림` } });
      }
    });
  }
}
