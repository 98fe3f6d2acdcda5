import { useEffect, useState } from 'react';
import { afterPaint } from './after-paint.ts';

/** False until the frame is painted in which something is first drawn: what nobody sees yet need not hold it up. `from`: whether it is so from the start. */
export function usePainted(from: () => boolean = () => false): boolean {
  const [painted, setPainted] = useState(from);
  useEffect(() => afterPaint(() => setPainted(true)), []);
  return painted;
}
