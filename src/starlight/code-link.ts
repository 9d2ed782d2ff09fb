/**
 * A link to code opens on the page of its exercise, behind `#code=` (sharing/code-link.ts). The workbench comes to life
 * when it is seen, so this brings it into view, hands it the data, and leaves the exercise's own anchor as the address.
 * A link to an exercise that is not here goes to the first, which says so.
 */
function receiveCodeLink(): void {
  const data = /^#code=(.*)$/s.exec(location.hash)?.[1];
  if (data === undefined) return;
  const named = document.getElementById(`exercise-${data.split('.', 2)[1]}`);
  const section = named ?? document.querySelector<HTMLElement>('.exercise');
  if (!section) return;
  history.replaceState(history.state, '', `#${section.id}`);
  section.dataset['codeLink'] = data;
  section.scrollIntoView();
  section.dispatchEvent(new Event('code-link'));
}

receiveCodeLink();
addEventListener('hashchange', receiveCodeLink);
