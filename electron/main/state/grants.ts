import { randomUUID } from 'node:crypto';

/** Leave to use a folder the user chose. The window holds the word, main and the engine know the path; forgotten when Stet is quit. */
export type Grants = {
  readonly give: (path: string) => string;
  readonly pathOf: (grant: string) => string | null;
};

export function createGrants(given: (grant: string, path: string) => void): Grants {
  const paths = new Map<string, string>();
  return {
    give: (path) => {
      const grant = randomUUID();
      paths.set(grant, path);
      given(grant, path);
      return grant;
    },
    pathOf: (grant) => paths.get(grant) ?? null,
  };
}
