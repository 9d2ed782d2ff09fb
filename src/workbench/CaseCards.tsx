import type { ComponentChildren } from 'preact';
import type { Locale } from '../i18n/index.ts';
import type { WorkbenchMessages } from '../i18n/workbench.ts';
import { visible } from '../i18n/visible.ts';
import type { Card, Case } from '../sandbox/case.ts';
import { printTree } from '../sandbox/print-value.ts';
import { casePairs, type CasePair } from './case-pairs.ts';
import { breakable, NoteMark } from '../components/NoteMark.tsx';

type CaseCardsProps = { readonly shown: Case; readonly locale: Locale; readonly words: WorkbenchMessages };

/** The case of a test that failed: given, when, and beside what should have happened what did. */
export function CaseCards({ shown, locale, words }: CaseCardsProps) {
  const { given, when, then, yours } = shown;
  const told = { locale, words };
  return (
    <dl class="case">
      {given.length > 0 && (
        <Step name={words['case.given']}>
          <ul class="case-cards">
            {given.map((card, index) => (
              <li key={index}>
                <CardNote card={card} kind="event" {...told} />
              </li>
            ))}
          </ul>
        </Step>
      )}
      {when && (
        <Step name={words['case.when']}>
          <CardNote card={when} kind="command" {...told} />
        </Step>
      )}
      <Step name={words['case.then']}>
        {yours === undefined ? (
          <>
            <Expected cards={then} {...told} />
            <p>{words['case.unasked']}</p>
          </>
        ) : (
          <ol class="case-pairs">
            {then.length + yours.length === 0 && (
              <li>
                <NoEvent side="expected" words={words} />
                <NoEvent side="actual" words={words} />
              </li>
            )}
            {casePairs(then, yours).map((pair, index) => (
              <li key={index}>
                {then.length === 0 && index === 0 && <NoEvent side="expected" words={words} />}
                <Pair pair={pair} {...told} />
              </li>
            ))}
          </ol>
        )}
      </Step>
    </dl>
  );
}

function Step({ name, children }: { readonly name: string; readonly children: ComponentChildren }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

type Told = Omit<CaseCardsProps, 'shown'>;

function Expected({ cards, ...told }: { readonly cards: readonly Card[] } & Told) {
  if (cards.length === 0) return <NoEvent side="expected" words={told.words} />;
  return (
    <ul class="case-cards">
      {cards.map((card, index) => (
        <li key={index}>
          <CardNote card={card} kind="event" side="expected" {...told} />
        </li>
      ))}
    </ul>
  );
}

function Pair({ pair, ...told }: { readonly pair: CasePair } & Told) {
  const { differing, isOther } = pair;
  const marks = { kind: 'event', differing, ...told } as const;
  return (
    <>
      {pair.kind !== 'extra' && (
        <CardNote
          card={pair.expected}
          side="expected"
          mark={pair.kind === 'missing' ? 'missing' : undefined}
          {...marks}
        />
      )}
      {pair.kind !== 'missing' && (
        <CardNote
          card={pair.actual}
          side="actual"
          mark={pair.kind === 'extra' ? 'extra' : isOther ? 'changed' : 'same'}
          {...marks}
        />
      )}
    </>
  );
}

type CardNoteProps = Told & {
  readonly card: Card;
  readonly kind: 'event' | 'command';
  readonly side?: 'expected' | 'actual';
  readonly mark?: 'missing' | 'extra' | 'changed' | 'same' | undefined;
  /** Names of the fields that are otherwise in the other card. */
  readonly differing?: ReadonlySet<string>;
};

function CardNote({ card, kind, side, mark, differing, locale, words }: CardNoteProps) {
  const label = side && (
    <p class="case-side">
      {words[`error.${side}`]}
      {mark && <b>{words[`difference.${mark}`]}</b>}
    </p>
  );
  if (card.kind === 'words') {
    return (
      <div class="note" data-note="none" data-mark={mark}>
        {label}
        <p class="note-text">{visible(card.text[locale])}</p>
      </div>
    );
  }
  const entries = card.fields.kind === 'fields' ? card.fields.entries : [];
  return (
    <div class="note" data-note={kind} data-mark={mark}>
      {label}
      <p class="note-kind">
        <NoteMark kind={kind} />
        {words[`note.${kind}`]}
      </p>
      <code class="note-name">{breakable(visible(card.type))}</code>
      <dl>
        {entries.map(({ key, value }) => (
          <div key={key} data-differs={differing?.has(key) || undefined}>
            <dt>{visible(key)}</dt>
            <dd>{visible(printTree(value))}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

function NoEvent({
  side,
  words,
}: {
  readonly side: 'expected' | 'actual';
  readonly words: WorkbenchMessages;
}) {
  return (
    <div class="note" data-note="none">
      <p class="case-side">{words[`error.${side}`]}</p>
      <p class="note-text">{words['case.nothing']}</p>
    </div>
  );
}
