import { SaxesParser } from 'saxes';
import type { ComponentBundle } from './types.ts';

/** What the App Builder knows of a component: the type of each of its properties. */
export interface ComponentDesign {
  readonly properties: Readonly<Record<string, string>>;
}

/** Reads the design properties from a bundle's `js-meta.xml`. */
export function designOf(bundle: ComponentBundle): ComponentDesign {
  const properties: Record<string, string> = {};
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => {
    if (name === 'property' && attributes.name) properties[attributes.name] = attributes.type ?? 'String';
  });
  const meta = bundle.files.get(`${bundle.name}.js-meta.xml`);
  if (meta) parser.write(meta).close();
  return { properties };
}
