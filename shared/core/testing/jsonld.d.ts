/** The part of jsonld that tests use: it comes without types. */
declare module 'jsonld' {
  type Document = { readonly contextUrl: null; readonly document: unknown; readonly documentUrl: string };
  type Options = { readonly base: string; readonly safe: boolean; readonly documentLoader: (url: string) => Promise<Document> };
  const jsonld: {
    readonly expand: (document: object, options: Options) => Promise<readonly unknown[]>;
    readonly toRDF: (document: object, options: Options & { readonly format: 'application/n-quads' }) => Promise<string>;
  };
  export default jsonld;
}
