// As it is before a test puts another clock in its place.
const later = setTimeout;

/** Lets everything in a component that waits for an answer go on: a timer comes after all of it. */
export async function settle(): Promise<void> {
  await new Promise<void>((resolve) => {
    later(resolve);
  });
}
