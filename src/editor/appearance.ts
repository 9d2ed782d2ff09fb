import type { editor as monaco } from 'monaco-editor/editor';

/** How every Monaco editor of the course looks and behaves. */
export const appearance = (): monaco.IStandaloneEditorConstructionOptions => ({
  automaticLayout: true,
  cursorBlinking: matchMedia('(prefers-reduced-motion: reduce)').matches ? 'solid' : 'blink',
  fixedOverflowWidgets: true,
  fontFamily: 'ui-monospace, SFMono-Regular, Menlo, Consolas, "Liberation Mono", monospace',
  fontSize: 14,
  lineHeight: 21,
  lineNumbersMinChars: 3,
  folding: false,
  glyphMargin: false,
  minimap: { enabled: false },
  overviewRulerLanes: 0,
  padding: { top: 12, bottom: 12 },
  renderLineHighlight: 'none',
  scrollBeyondLastLine: false,
  // The page scrolls on when the file is at its end.
  scrollbar: { alwaysConsumeMouseWheel: false },
  tabSize: 2,
  wordBasedSuggestions: 'off',
  wordWrap: 'on',
});
