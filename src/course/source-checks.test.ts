import { describe, expect, it } from 'vitest';
import { AuthorError } from './author-error.ts';
import { readExercises } from './exercises.ts';
import { smallCourse, write, type Tree } from './tree.test-support.ts';

const folder = 'exercises/cart/late-item';
const settings = 'opens: cart.ts\nlevel: 1\nminutes: 10\n';

it('a file that has to stay untouched is one that the learner edits, and wrong solutions may change it', () => {
  const [exercise] = readWith(
    `${settings}untouched: [{ name: stays, says: leave it, files: [service.ts] }]`,
    {
      [`${folder}/service.ts`]: '',
      [`${folder}/service.mistake-adds-anyway.ts`]: '',
    },
  );
  expect(exercise?.files).toMatchObject({
    starters: ['cart.ts', 'service.ts'],
    given: ['domain/events.ts'],
    variants: [{ files: ['cart.mistake-adds-anyway.ts', 'service.mistake-adds-anyway.ts'] }],
  });
});

describe('an author’s mistake in a check stops the build:', () => {
  const requirement = 'name: a, says: b';
  it.each<[string, string, string]>([
    ['no name', 'types: [{ says: b, compiles: c }]', 'types[0].name is missing. Add it.'],
    [
      'nothing to say',
      "untouched: [{ name: a, says: '', files: [cart.ts] }]",
      'untouched[0].says: the text is empty. Correct untouched[0].says.',
    ],
    [
      'an unknown key',
      `types: [{ ${requirement}, compile: c }]`,
      'unknown key "compile" in types[0]. Did you mean compiles?',
    ],
    [
      'a snippet that compiles and does not',
      `types: [{ ${requirement}, compiles: c, refused: 'd // refused' }]`,
      'types[0]: it has both or none of compiles and refused, where one of them is needed. Correct types[0].',
    ],
    [
      'no snippet',
      `types: [{ ${requirement} }]`,
      'types[0]: it has both or none of compiles and refused, where one of them is needed. Correct types[0].',
    ],
    [
      'a refused snippet without a mark',
      `types: [{ ${requirement}, refused: c }]`,
      'types[0]: refused: no line ends with // refused, as those do that TypeScript has to refuse. Correct types[0].',
    ],
    [
      'a mark in a snippet that compiles',
      `types: [{ ${requirement}, compiles: 'c // refused' }]`,
      'types[0]: compiles: a line ends with // refused, but such a snippet stands under refused. Correct types[0].',
    ],
    [
      'two checks of one name',
      `types: [{ ${requirement}, compiles: c }]\nuntouched: [{ ${requirement}, files: [service.ts] }]`,
      'two checks are named "a". Give each check a name of its own.',
    ],
    [
      'no file',
      `imports: [{ ${requirement}, files: [], may: [] }]`,
      'imports[0].files: the list is empty. Correct imports[0].files.',
    ],
    [
      'imports of a file that is not there',
      `imports: [{ ${requirement}, files: [card.ts], may: [] }]`,
      'imports.files names card.ts, which is none of cart.ts. Did you mean cart.ts?',
    ],
    [
      'imports of a file that the learner cannot change',
      `imports: [{ ${requirement}, files: [domain/], may: [] }]`,
      'imports.files names domain/, which is none of cart.ts. Write the path from the folder of the exercise.',
    ],
    [
      'a folder without its slash',
      `imports: [{ ${requirement}, files: [cart.ts], may: [domain] }]`,
      'imports.may names domain, which is none of cart.ts, domain/events.ts, service.ts, domain/, past-tense. Did you mean domain/?',
    ],
    [
      'an untouched file that is not there',
      `untouched: [{ ${requirement}, files: [servise.ts] }]`,
      'untouched.files names servise.ts, which is none of cart.ts, domain/events.ts, service.ts. Did you mean service.ts?',
    ],
    [
      'an untouched file that has a solution',
      `untouched: [{ ${requirement}, files: [cart.ts] }]`,
      'untouched.files names cart.ts, which has a solution. The learner changes a file with a solution: delete the solution, or take the file out here.',
    ],
  ])('%s', (_, checks, message) => {
    const read = () => readWith(settings + checks, { [`${folder}/service.ts`]: '' });
    expect(read).toThrow(AuthorError);
    expect(read).toThrow(expect.objectContaining({ message: `${folder}/exercise.yaml: ${message}` }));
  });
});

function readWith(yaml: string, tree: Tree) {
  return readExercises(write({ ...smallCourse, [`${folder}/exercise.yaml`]: yaml, ...tree }));
}
