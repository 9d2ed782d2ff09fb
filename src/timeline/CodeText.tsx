/** A text in which code stands between backticks. */
export const CodeText = ({ text }: { readonly text: string }) => (
  <>{text.split('`').map((part, index) => (index % 2 === 0 ? part : <code key={index}>{part}</code>))}</>
);

/** The same as bare text. */
export const codeOf = (text: string): string => text.replaceAll('`', '');
