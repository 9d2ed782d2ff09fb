/** Monaco in the page's language. Its words have to be there before its first module runs; it keeps them. */
export async function loadEditor(): Promise<typeof import('./open-editor.ts')> {
  if (document.documentElement.lang === 'ko') {
    // Without them Monaco speaks English.
    await import('monaco-editor/nls/lang/ko').catch(() => undefined);
  }
  return import('./open-editor.ts');
}
