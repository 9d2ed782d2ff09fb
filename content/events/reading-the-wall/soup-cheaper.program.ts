/** The soup gets cheaper: the chain of the wall, as the code runs it. */
import { during, note } from 'past-tense/testing';
import { HideMenusThatAreTooDear, Menu, Product } from './price-wall.program.ts';

export function timeline(): () => void {
  const soup = new Product('soup', 3_500);
  const lunchSet = new Menu('lunch-set', 12_000, [soup, new Product('bulgogi', 9_000)]);
  const policy = new HideMenusThatAreTooDear([lunchSet]);
  const tell = <Event extends { readonly type: string }>(
    name: { en: string; ko: string } | object,
    event: Event,
  ) => {
    note({ kind: 'published', place: 'aggregate', name, label: event.type, payload: event, as: event });
    return event;
  };
  return () => {
    const label = 'changePrice(soup, 2,000)';
    const changed = during(
      { kind: 'command', place: 'caller', name: { en: 'Branch manager', ko: '점장' }, label },
      () => tell(soup, soup.changePrice(2_000)),
    );
    during(
      {
        kind: 'listener',
        place: 'listener',
        name: 'HideMenusThatAreTooDear',
        label: changed.type,
        cause: changed,
      },
      () => {
        for (const hidden of policy.whenever(changed)) tell(lunchSet, hidden);
      },
    );
  };
}
