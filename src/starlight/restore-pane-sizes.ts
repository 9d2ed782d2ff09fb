/** Gives the panes of the page the sizes that the learner chose. Its text stands in the page: it uses nothing from outside. */
export function restorePaneSizes(preferencesKey: string): void {
  try {
    const { taskShare, editorShare } = (
      JSON.parse(localStorage.getItem(preferencesKey) ?? '') as { sizes: Record<string, number> }
    ).sizes;
    const { style } = document.documentElement;
    if (taskShare) style.setProperty('--task-share', `${taskShare}%`);
    if (editorShare) style.setProperty('--editor-share', `${editorShare}%`);
  } catch {
    // Nothing was chosen, or nothing can be read: the panes have their first sizes.
  }
}
