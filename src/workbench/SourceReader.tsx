import { useEffect, useRef, useState } from 'preact/hooks';
import type { Sources } from '../compiler/build-options.ts';
import type { Reader } from '../editor/editor.ts';
import { fill } from '../i18n/fill.ts';
import type { WorkbenchMessages } from '../i18n/workbench.ts';
import { Choices } from './FileComparison.tsx';
import { Heading } from './Heading.tsx';

type SourceReaderProps = {
  readonly sources: Sources;
  readonly editor: 'monaco' | 'plain';
  readonly words: WorkbenchMessages;
};

/** The hidden tests, file by file, to read. */
export function SourceReader({ sources, editor, words }: SourceReaderProps) {
  const title = useRef<HTMLHeadingElement>(null);
  const paths = Object.keys(sources);
  const [path, setPath] = useState(paths[0]!);
  const [kind, setKind] = useState(editor);
  useEffect(() => title.current?.focus({ preventScroll: true }), []);

  const label = fill(words['tests.label'], { file: path.replace('./', '') });
  const text = sources[path] ?? '';
  return (
    <>
      <Heading focus={title}>{words['tests.title']}</Heading>
      {paths.length > 1 && (
        <Choices
          label={words['tests.files']}
          options={paths.map((each) => each.replace('./', ''))}
          chosen={paths.indexOf(path)}
          onChoose={(place) => setPath(paths[place]!)}
        />
      )}
      {kind === 'monaco' ? (
        <InMonaco text={text} label={label} onRefused={() => setKind('plain')} />
      ) : (
        <textarea class="plain-editor" aria-label={label} readOnly wrap="off" rows={24} value={text} />
      )}
    </>
  );
}

type InMonacoProps = { readonly text: string; readonly label: string; readonly onRefused: () => void };

function InMonaco({ text, label, onRefused }: InMonacoProps) {
  const host = useRef<HTMLDivElement>(null);
  const [opened, setOpened] = useState<Reader>();
  useEffect(() => {
    let reader: Reader | undefined;
    let left = false;
    const open = async () => {
      try {
        const { openReader } = await import('../editor/open-reader.ts');
        if (left || !host.current) return;
        reader = openReader(host.current);
        setOpened(reader);
      } catch {
        onRefused();
      }
    };
    void open();
    return () => {
      left = true;
      reader?.dispose();
    };
  }, []);
  useEffect(() => opened?.show(text, label), [opened, text, label]);
  return <div class="source-reader" ref={host} />;
}
