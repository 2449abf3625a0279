const loading = new Map<string, Promise<void>>();

/** Loads a script of a static resource once. */
export function loadScript(_component: unknown, url: string): Promise<void> {
  return once(url, () => Object.assign(document.createElement('script'), { src: url }));
}

/** Loads a style sheet of a static resource once. */
export function loadStyle(_component: unknown, url: string): Promise<void> {
  return once(url, () => Object.assign(document.createElement('link'), { rel: 'stylesheet', href: url }));
}

function once(url: string, create: () => HTMLElement): Promise<void> {
  const known = loading.get(url);
  if (known) return known;
  const promise = new Promise<void>((resolve, reject) => {
    const element = create();
    element.addEventListener('load', () => resolve());
    element.addEventListener('error', () => reject(new Error(`${url} could not be loaded`)));
    document.head.append(element);
  });
  loading.set(url, promise);
  return promise;
}
