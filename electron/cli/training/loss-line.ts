/**
 * How unlikely the weights make the truth of a set's pages: the smoothest measure there is, for it moves with every decision that gets surer or less sure.
 * `losses`: minus the log-likelihood of each page, in nats; null where the model's grammar cannot say its truth.
 */
export function lossLine(losses: readonly (number | null)[]): string {
  const told = losses.filter((loss) => loss !== null);
  const left = losses.length - told.length;
  const sum = told.reduce((all, loss) => all + loss, 0);
  return `  minus log-likelihood of the truth ${sum.toFixed(1)}, a page ${(sum / Math.max(1, told.length)).toFixed(2)}${left === 0 ? '' : `; ${left} left out, which the grammar cannot say`}`;
}
