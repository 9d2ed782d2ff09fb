import { fill } from '../i18n/fill.ts';
import type { WorkbenchMessages } from '../i18n/workbench.ts';
import { visible } from '../i18n/visible.ts';
import { printTree } from '../sandbox/print-value.ts';
import type { ValueTree } from '../sandbox/value-tree.ts';
import type { Difference, DifferentPart } from '../sandbox/difference.ts';
import { differingPart, spelled } from './text-parts.ts';

type Worded = { readonly words: WorkbenchMessages };

/** Expected and actual as one value, field by field. What is the same is quiet, and folded away where it is much. */
export function DifferenceView({ difference, words }: { readonly difference: Difference } & Worded) {
  if (difference.kind === 'changed') return <TwoValues {...difference} words={words} />;
  if (difference.kind !== 'inside') return null;
  return (
    <figure class="difference" aria-label={words['difference.label']}>
      <Parts {...difference} words={words} />
    </figure>
  );
}

/** Both values beside each other, with the part marked in which two texts differ. */
export function TwoValues({
  expected,
  actual,
  words,
}: { readonly expected?: ValueTree; readonly actual: ValueTree } & Worded) {
  const texts =
    expected?.kind === 'string' && actual.kind === 'string'
      ? differingPart(expected.text, actual.text)
      : undefined;
  const shown = (tree: ValueTree, part: string | undefined) =>
    texts && part !== undefined ? (
      <>
        "{spelled(texts.before)}
        <mark>{spelled(part)}</mark>
        {spelled(texts.after)}"
      </>
    ) : tree.kind === 'string' ? (
      `"${spelled(tree.text)}"`
    ) : (
      visible(printTree(tree))
    );
  return (
    <dl class="two-values">
      {expected && (
        <div data-side="expected">
          <dt>{words['error.expected']}</dt>
          <dd>
            <pre>{shown(expected, texts?.expected)}</pre>
          </dd>
        </div>
      )}
      <div data-side="actual">
        <dt>{words['error.actual']}</dt>
        <dd>
          <pre>{shown(actual, texts?.actual)}</pre>
        </dd>
      </div>
    </dl>
  );
}

function Parts({ parts, more, words }: Extract<Difference, { kind: 'inside' }> & Worded) {
  return (
    <ul>
      {folded(parts).map((run) =>
        run.length === 1 ? (
          <Part key={run[0]!.key} part={run[0]!} words={words} />
        ) : (
          <li key={run[0]!.key} data-part="same">
            <details>
              <summary>{fill(words['difference.same-parts'], { count: run.length })}</summary>
              <ul>
                {run.map((part) => (
                  <Part key={part.key} part={part} words={words} />
                ))}
              </ul>
            </details>
          </li>
        ),
      )}
      {more > 0 && <li data-part="same">{fill(words['difference.more'], { count: more })}</li>}
    </ul>
  );
}

function Part({ part, words }: { readonly part: DifferentPart } & Worded) {
  const { key, difference } = part;
  const label = <code class="difference-key">{visible(key)}</code>;
  switch (difference.kind) {
    case 'same':
      return (
        <li data-part="same">
          {label} <code>{visible(printTree(difference.value))}</code>
        </li>
      );
    case 'inside':
      return (
        <li data-part="inside">
          {label} {difference.type !== undefined && <code>{visible(difference.type)}</code>}
          <Parts {...difference} words={words} />
        </li>
      );
    case 'changed':
      return (
        <li data-part="changed">
          {label}
          <TwoValues {...difference} words={words} />
        </li>
      );
    case 'missing':
    case 'extra':
      return (
        <li data-part={difference.kind}>
          <b>{words[`difference.${difference.kind}`]}</b> {label}{' '}
          <code>
            {visible(printTree(difference.kind === 'missing' ? difference.expected : difference.actual))}
          </code>
        </li>
      );
  }
}

/** Runs of more than four parts that are the same become one. */
function folded(parts: readonly DifferentPart[]): DifferentPart[][] {
  const runs: DifferentPart[][] = [];
  for (const part of parts) {
    const last = runs.at(-1);
    if (last?.[0]!.difference.kind === 'same' && part.difference.kind === 'same') last.push(part);
    else runs.push([part]);
  }
  return runs.flatMap((run) => (run.length > 4 ? [run] : run.map((part) => [part])));
}
