import { useId, useRef } from 'preact/hooks';
import type { WorkbenchMessages } from '../i18n/workbench.ts';

/** Something that is done seldom. Choosing it closes the menu. */
export type MenuItem = { readonly label: string; readonly onChoose: () => void };

type BenchMenuProps = { readonly items: readonly MenuItem[]; readonly words: WorkbenchMessages };

/** What is done seldom, behind one button. A popover: Escape and a press elsewhere close it, and focus returns. */
export function BenchMenu({ items, words }: BenchMenuProps) {
  const id = useId();
  const menu = useRef<HTMLUListElement>(null);
  return (
    <>
      <button type="button" popovertarget={id} class="bench-more" style={{ anchorName: `--${id}` }}>
        {words['bench.more']}
      </button>
      <ul ref={menu} id={id} popover="auto" class="bench-menu" style={{ positionAnchor: `--${id}` }}>
        {items.map(({ label, onChoose }) => (
          <li key={label}>
            <button
              type="button"
              onClick={() => {
                menu.current!.hidePopover();
                onChoose();
              }}
            >
              {label}
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
