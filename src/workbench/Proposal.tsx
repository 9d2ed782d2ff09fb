import { useEffect, useRef } from 'preact/hooks';
import type { Sources } from '../compiler/build-options.ts';
import { fill } from '../i18n/fill.ts';
import type { WorkbenchMessages } from '../i18n/workbench.ts';
import { sameFiles } from './draft-files.ts';
import { FileComparison } from './FileComparison.tsx';
import { Heading } from './Heading.tsx';

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
  const isSame = !isRefused && sameFiles(mine, proposal);
  return (
    <section class="proposal" ref={root} aria-label={words['share.title']}>
      <Heading focus={title}>{words[isRefused ? 'share.refused' : 'share.title']}</Heading>
      <p>{isRefused ? proposal : words[`share.from-${from}`]}</p>
      {!isRefused && (
        <ProposedFiles exercise={exercise} files={proposal} mine={mine} editor={editor} words={words} />
      )}
      <div class="proposal-answers">
        {!isRefused && !isSame && (
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
  return (
    <>
      {Object.keys(files).every((each) => files[each] === mine[each]) && <p>{words['share.same']}</p>}
      <FileComparison
        key={editor}
        exercise={exercise}
        editor={editor}
        mine={mine}
        other={files}
        against="proposal"
        labels={(file) => ({
          mine: fill(words['help.mine'], { file }),
          other: fill(words['share.other'], { file }),
        })}
        nameOf={(file, isSame) => (isSame ? fill(words['share.same-file'], { file }) : file)}
        filesLabel={words['share.files']}
        words={{ signs: words['share.signs'], columns: words['share.columns'] }}
      />
    </>
  );
}
