import { type ComponentChildren, createContext, type RefObject } from 'preact';
import { useContext } from 'preact/hooks';

/** Below the `h3` of an exercise in a lesson, or the `h1` of its own page. */
export type HeadingTag = 'h4' | 'h2';

export const HeadingLevel = createContext<HeadingTag>('h4');

type HeadingProps = {
  /** Given where the heading takes the focus. */
  readonly focus?: RefObject<HTMLHeadingElement>;
  readonly children: ComponentChildren;
};

/** A heading of the workbench, below the title of its exercise. */
export function Heading({ focus, children }: HeadingProps) {
  const Tag = useContext(HeadingLevel);
  return focus ? (
    <Tag ref={focus} tabIndex={-1}>
      {children}
    </Tag>
  ) : (
    <Tag>{children}</Tag>
  );
}
