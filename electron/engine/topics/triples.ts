/** A statement of RDF, as far as a scheme of topics needs it. Blank nodes have names that begin with `_:`. */
export type Triple = {
  readonly subject: string;
  readonly predicate: string;
  readonly object: { readonly kind: 'node'; readonly node: string } | { readonly kind: 'text'; readonly text: string; readonly lang: string };
  readonly line: number | null;
};

export const RDF = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#';
export const SKOS = 'http://www.w3.org/2004/02/skos/core#';
export const OWL = 'http://www.w3.org/2002/07/owl#';
export const DCTERMS = 'http://purl.org/dc/terms/';

export const PREFIXES = { rdf: RDF, skos: SKOS, owl: OWL, dcterms: DCTERMS } as const;
