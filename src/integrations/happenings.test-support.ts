import { recordProgram } from './record-program.ts';

/** What a figure's program tells, a line for each entry but the ends of what went well: `listener SmsSender: PasswordChanged`. */
export function happeningsOf(timeline: () => () => void): string[] {
  const { entries } = recordProgram(timeline())!;
  return entries
    .filter(({ kind }) => kind !== 'returned')
    .map(({ kind, lane, label }) => `${kind} ${textOf(lane.name ?? lane.place)}: ${textOf(label)}`);
}

const textOf = (words: string | { readonly en: string }): string =>
  typeof words === 'string' ? words : words.en;
