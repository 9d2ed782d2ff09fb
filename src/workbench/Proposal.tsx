import { useEffect, useRef, useState } from 'preact/hooks';
import type { Sources } from '../compiler/build-options.ts';
import { fill } from '../i18n/fill.ts';
import type { WorkbenchMessages } from '../i18n/workbench.ts';
import { Choices, Column, Difference } from './Comparison.tsx';

type ProposalProps = {
  readonly exercise: string;
  readonly from: 'link' | 'computer';
  /** The proposed files, or why there are none. */
  readonly proposal: Sources | string;
  readonly mine: Sources;
  readonly editor: 'monaco' | 'plain';
  readonly onTake: (files: Sources) => void;
  readonly onDismiss: () => void;
  readonly words: WorkbenchMessages;
};

/** Code from elsewhere beside the learner's own, which stays as it is until the learner takes the other. */
export function Proposal({
  exercise,
  from,
  proposal,
  mine,
  editor,
  onTake,
  onDismiss,
  words,
}: ProposalProps) {
  const root = useRef<HTMLElement>(null);
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    title.current?.focus({ preventScroll: true });
    root.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  const isRefused = typeof proposal === 'string';
  return (
    <section class="proposal" ref={root} aria-label={words['share.title']}>
      <h4 ref={title} tabIndex={-1}>
        {words[isRefused ? 'share.refused' : 'share.title']}
      </h4>
      <p>{isRefused ? proposal : words[`share.from-${from}`]}</p>
      {!isRefused && (
        <ProposedFiles exercise={exercise} files={proposal} mine={mine} editor={editor} words={words} />
      )}
      <div class="proposal-answers">
        {!isRefused && (
          <button type="button" class="primary" onClick={() => onTake(proposal)}>
            {words['share.take']}
          </button>
        )}
        <button type="button" onClick={onDismiss}>
          {words['share.dismiss']}
        </button>
      </div>
    </section>
  );
}

type ProposedFilesProps = Pick<ProposalProps, 'exercise' | 'mine' | 'editor' | 'words'> & {
  readonly files: Sources;
};

function ProposedFiles({ exercise, files, mine, editor, words }: ProposedFilesProps) {
  const paths = Object.keys(files);
  const different = paths.filter((each) => files[each] !== mine[each]);
  const [path, setPath] = useState(different[0] ?? paths[0]!);
  const [kind, setKind] = useState(editor);
  const file = path.replace('./', '');
  const labels = {
    mine: fill(words['help.mine'], { file }),
    other: fill(words['share.other'], { file }),
  };
  const texts = { path, mine: mine[path] ?? '', other: files[path] ?? '' };
  return (
    <>
      {different.length === 0 && <p>{words['share.same']}</p>}
      {different.length > 0 && kind === 'monaco' && <p>{words['share.signs']}</p>}
      {paths.length > 1 && (
        <Choices
          label={words['share.files']}
          options={paths.map((each) => {
            const name = each.replace('./', '');
            return files[each] === mine[each] ? fill(words['share.same-file'], { file: name }) : name;
          })}
          chosen={paths.indexOf(path)}
          onChoose={(place) => setPath(paths[place]!)}
        />
      )}
      {kind === 'monaco' ? (
        <Difference
          exercise={exercise}
          of="proposal"
          labels={labels}
          {...texts}
          onRefused={() => setKind('plain')}
        />
      ) : (
        <div class="comparison-columns">
          <Column label={labels.mine} text={texts.mine} />
          <Column label={labels.other} text={texts.other} />
        </div>
      )}
    </>
  );
}
