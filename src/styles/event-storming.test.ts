import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const kinds = ['command', 'aggregate', 'event', 'policy', 'read-model', 'external', 'row', 'error'];
const themes = { dark: ':root', light: ":root[data-theme='light']" };

describe.each(Object.entries(themes))('in the %s theme', (_, selector) => {
  const colour = { ...propertiesOf('theme.css', selector), ...propertiesOf('event-storming.css', selector) };

  it.each(kinds)('the words on a %s note stand out from it', (kind) => {
    expect(contrast(colour[`--es-${kind}`], colour[`--es-${kind}-ink`])).toBeGreaterThanOrEqual(4.5);
  });

  it.each(kinds)('the edge of a %s note stands out from the page', (kind) => {
    expect(contrast(colour[`--es-${kind}-line`], colour['--page'])).toBeGreaterThanOrEqual(3);
  });

  it.each(kinds)('the edge of a %s note stands out from a transaction', (kind) => {
    expect(contrast(colour[`--es-${kind}-line`], colour['--transaction'])).toBeGreaterThanOrEqual(3);
  });

  it.each(['committed', 'rolled-back'])('the words at the end of a %s transaction stand out', (outcome) => {
    const [end, ink] = [colour[`--transaction-${outcome}`], colour[`--transaction-${outcome}-ink`]];
    expect(contrast(end, ink)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(['--sl-color-gray-2', '--transaction-line'])('%s stands out from a transaction', (ink) => {
    const least = ink === '--transaction-line' ? 3 : 4.5;
    expect(contrast(colour[ink], colour['--transaction'])).toBeGreaterThanOrEqual(least);
  });

  it.each(['--sl-color-gray-2', '--sl-color-gray-3', '--sl-color-white'])('text in %s is readable', (ink) => {
    expect(contrast(colour[ink], colour['--page'])).toBeGreaterThanOrEqual(4.5);
  });
});

/** The hexadecimal colours that a stylesheet gives to `selector`. */
function propertiesOf(file: string, selector: string): Record<string, string> {
  const css = readFileSync(new URL(file, import.meta.url), 'utf8').replace(/\/\*[\s\S]*?\*\//g, '');
  const rules = [...css.matchAll(/([^{}]+)\{([^{}]*)\}/g)].filter(([, selectors = '']) =>
    selectors.split(',').some((one) => one.trim() === selector),
  );
  const declarations = rules.flatMap(([, , body = '']) => [
    ...body.matchAll(/(--[\w-]+):\s*(#[0-9a-f]{6})\s*;/g),
  ]);
  return Object.fromEntries(declarations.map(([, name, value]) => [name, value]));
}

/** WCAG 2's ratio, from 1 to 21. */
function contrast(one: string | undefined, other: string | undefined): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance(hex: string | undefined): number {
  if (!hex) throw new Error('A colour is missing from the stylesheet.');
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => {
    const channel = Number.parseInt(hex.slice(start, start + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
