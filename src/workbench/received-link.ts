/**
 * A link to code, as `starlight/code-link.ts` hands it to the section of its exercise: in the attribute
 * `data-code-link`, told by the event `code-link`. Who opens it takes the attribute away.
 */
const sectionOf = (exercise: string): HTMLElement | null =>
  document.getElementById(`exercise-${exercise.replaceAll('/', '-')}`);

/** Calls back if a link waits for the exercise, or when one comes; it still waits then. Gives what stops it. */
export function whenCodeLinkWaits(exercise: string, tell: () => void): () => void {
  const section = sectionOf(exercise);
  if (section?.dataset['codeLink'] !== undefined) tell();
  section?.addEventListener('code-link', tell);
  return () => section?.removeEventListener('code-link', tell);
}

/** The same, and takes the link's data. */
export const onCodeLink = (exercise: string, open: (data: string) => void): (() => void) =>
  whenCodeLinkWaits(exercise, () => {
    const section = sectionOf(exercise)!;
    const data = section.dataset['codeLink'];
    delete section.dataset['codeLink'];
    if (data !== undefined) open(data);
  });
