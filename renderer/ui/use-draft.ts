import { useState } from 'react';

/** What is being written in the place of a value that is set; the value itself once another one is set. */
export function useDraft(set: string): readonly [string, (draft: string) => void] {
  const [of, setOf] = useState(set);
  const [draft, setDraft] = useState(set);
  if (of !== set) {
    setOf(set);
    setDraft(set);
  }
  return [of === set ? draft : set, setDraft];
}
