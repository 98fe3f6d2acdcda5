/** What the acts of the history are called that mend many places at once. */
export const MENDING: readonly string[] = ['mend-everywhere', 'apply-rule'];
