/**
 * Makes each thing when it is first asked for and keeps it. The formats of a browser take milliseconds to
 * make, on a slow telephone tens of them, and a page uses few.
 */
export function kept<Key, Made>(make: (key: Key) => Made): (key: Key) => Made {
  const made = new Map<Key, Made>();
  return (key) => {
    const known = made.get(key);
    if (known !== undefined) return known;
    const fresh = make(key);
    made.set(key, fresh);
    return fresh;
  };
}
