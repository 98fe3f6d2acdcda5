/**
 * What the page may do, for one load of it. Scripts come from our own files only; the one inline style is the text component's, which
 * carries the nonce; nothing may be fetched, framed, embedded or submitted; no string becomes HTML or script (Trusted Types).
 */
export function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'none'",
    "worker-src 'none'",
    "frame-src 'none'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ');
}

/** Tells the page its nonce. It is read as the element's `nonce` property: the attribute is hidden from style sheets and scripts. */
export function withNonce(html: string, nonce: string): string {
  return html.replace(/<head>/i, `$&<meta property="csp-nonce" nonce="${nonce}">`);
}
