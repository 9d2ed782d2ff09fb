/**
 * A link to code opens on the page of its exercise, behind `#code=` (sharing/code-link.ts). The workbench comes to life
 * when it is seen, so this brings it into view, hands it the data, and takes the data out of the address.
 * A link to an exercise that is not here goes to the first, which says so.
 */
function receiveCodeLink(): void {
  const data = /^#code=(.*)$/s.exec(location.hash)?.[1];
  if (data === undefined) return;
  const named = document.getElementById(`exercise-${data.split('.', 2)[1]}`);
  // Its parts have names that begin as its own.
  const section =
    named?.closest<HTMLElement>('.exercise') ?? document.querySelector<HTMLElement>('.exercise');
  if (!section) return;
  // Without any fragment: while a page loads, the browser scrolls to what the fragment names.
  history.replaceState(history.state, '', location.pathname + location.search);
  section.dataset['codeLink'] = data;
  // Not the section: its task may be longer than the window.
  (section.querySelector('.bench') ?? section).scrollIntoView();
  section.dispatchEvent(new Event('code-link'));
}

receiveCodeLink();
addEventListener('hashchange', receiveCodeLink);
