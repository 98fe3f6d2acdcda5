/** Runs at once, then at most once in `wait` milliseconds; a call in between is made up for at the end of the wait. */
export function coalesce(run: () => void, wait: number): () => void {
  let waiting: ReturnType<typeof setTimeout> | null = null;
  let again = false;
  const start = () => {
    run();
    waiting = setTimeout(() => {
      waiting = null;
      if (again) {
        again = false;
        start();
      }
    }, wait);
  };
  return () => {
    if (waiting === null) start();
    else again = true;
  };
}
