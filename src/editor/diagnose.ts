/**
 * What TypeScript finds in the files of an exercise. Monaco's own look at a file comes only when that file changes;
 * this looks at all of them, since a change in one breaks or mends another.
 */
import { MarkerSeverity, MarkerTag, editor as monaco, type IDisposable } from 'monaco-editor/editor';
import type { Diagnostic as Found } from 'monaco-editor/languages/features/typescript/register';
import type { Diagnostic, EditorWords } from './editor.ts';
import { rangeOf, typescriptFor } from './language-service.ts';
import type { Models } from './models.ts';

const quietMs = 400;
const markerOwner = 'typescript';

export function diagnose(
  { all }: Models,
  words: EditorWords,
  tell: (diagnostics: readonly Diagnostic[]) => void,
): IDisposable {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let latest = 0;

  const look = async () => {
    latest += 1;
    const mine = latest;
    const files = Object.entries(all);
    const worker = await typescriptFor(...files.map(([, model]) => model));
    const found = await Promise.all(
      files.map(async ([path, model]) => {
        const name = model.uri.toString();
        const parts = await Promise.all([
          worker.getSyntacticDiagnostics(name),
          worker.getSemanticDiagnostics(name),
          worker.getSuggestionDiagnostics(name),
        ]);
        return { path, model, found: parts.flat() };
      }),
    );
    if (mine !== latest) return;
    for (const { model, found: own } of found) {
      monaco.setModelMarkers(
        model,
        markerOwner,
        own.map((each) => marker(model, each, words)),
      );
    }
    tell(
      found.flatMap(({ path, model, found: own }) => own.flatMap((each) => diagnostic(path, model, each))),
    );
  };
  const lookSoon = () => {
    latest += 1;
    clearTimeout(timer);
    // Without its worker the editor still edits, and Run says what could not be loaded.
    timer = setTimeout(() => void look().catch(() => undefined), quietMs);
  };

  const listening = Object.values(all).map((model) => model.onDidChangeContent(lookSoon));
  lookSoon();
  return {
    dispose() {
      latest += 1;
      clearTimeout(timer);
      for (const each of listening) each.dispose();
    },
  };
}

/** TypeScript's `DiagnosticCategory`. */
const warning = 0;
const error = 1;

const isError = ({ category }: Found): boolean => (category as number) === error;

/** None for a hint that the learner need not read, as that a function could be async. */
function diagnostic(path: string, model: monaco.ITextModel, found: Found): readonly Diagnostic[] {
  if (!isError(found) && found.reportsUnnecessary === undefined) return [];
  const { lineNumber, column } = model.getPositionAt(found.start ?? 0);
  return [
    {
      path,
      line: lineNumber,
      column,
      code: found.code,
      message: messageOf(found),
      kind: isError(found) ? 'error' : 'hint',
    },
  ];
}

function marker(model: monaco.ITextModel, found: Found, words: EditorWords): monaco.IMarkerData {
  const message = messageOf(found);
  const explained = words.explain({ code: found.code, message });
  return {
    severity: severityOf(found),
    code: String(found.code),
    message: explained === undefined ? message : `${explained}\n${message}`,
    tags: [
      ...(found.reportsUnnecessary === undefined ? [] : [MarkerTag.Unnecessary]),
      ...(found.reportsDeprecated === undefined ? [] : [MarkerTag.Deprecated]),
    ],
    ...rangeOf(model, { start: found.start ?? 0, length: found.length ?? 1 }),
  };
}

function severityOf(found: Found): MarkerSeverity {
  if (isError(found)) return MarkerSeverity.Error;
  return (found.category as number) === warning ? MarkerSeverity.Warning : MarkerSeverity.Hint;
}

type Message = Found['messageText'];

const messageOf = ({ messageText }: Found): string => linesOf(messageText, 0).join('\n');

/** The error, and indented below it why. */
function linesOf(message: Message, depth: number): string[] {
  if (typeof message === 'string') return [message];
  const own = '  '.repeat(depth) + message.messageText;
  return [own, ...(message.next ?? []).flatMap((next) => linesOf(next, depth + 1))];
}
