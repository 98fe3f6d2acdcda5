/** A function to be made small: writes its gradient at `x` into `gradient` and returns its value. */
export type Objective = (x: Float64Array, gradient: Float64Array) => number;

const MEMORY = 8;
const SUFFICIENT = 1e-4; // of the promised decrease (Armijo)
const SMALLEST_STEP = 1e-10;

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i += 1) sum += a[i]! * b[i]!;
  return sum;
}

/**
 * Minimises a smooth convex function from the zero vector by limited-memory BFGS (Nocedal 1980) with a halving line search. Deterministic.
 * Stops after `steps` steps, or when the gradient's length falls below `tolerance` times the vector's (at least 1).
 */
export function minimise(objective: Objective, size: number, { steps, tolerance }: { readonly steps: number; readonly tolerance: number }): Float64Array {
  let x = new Float64Array(size);
  let gradient = new Float64Array(size);
  let value = objective(x, gradient);
  const history: { readonly moved: Float64Array; readonly turned: Float64Array; readonly curvature: number }[] = [];
  for (let step = 0; step < steps; step += 1) {
    if (Math.sqrt(dot(gradient, gradient)) <= tolerance * Math.max(1, Math.sqrt(dot(x, x)))) break;
    const direction = descent(gradient, history);
    const slope = dot(direction, gradient);
    let length = history.length === 0 ? 1 / Math.max(1, Math.sqrt(dot(gradient, gradient))) : 1;
    let next = x;
    const nextGradient = new Float64Array(size);
    let nextValue = Infinity;
    while (length > SMALLEST_STEP) {
      next = x.map((each, i) => each + length * direction[i]!);
      nextValue = objective(next, nextGradient);
      if (nextValue <= value + SUFFICIENT * length * slope) break;
      length /= 2;
    }
    if (length <= SMALLEST_STEP) break;
    const moved = next.map((each, i) => each - x[i]!);
    const turned = nextGradient.map((each, i) => each - gradient[i]!);
    const curvature = dot(moved, turned);
    if (curvature > 1e-12) history.push({ moved, turned, curvature });
    if (history.length > MEMORY) history.shift();
    x = next;
    gradient = nextGradient;
    value = nextValue;
  }
  return x;
}

/** The two-loop recursion: minus the gradient, turned by what the last steps showed of the curvature. */
function descent(
  gradient: Float64Array,
  history: readonly { readonly moved: Float64Array; readonly turned: Float64Array; readonly curvature: number }[],
): Float64Array {
  const direction = gradient.map((each) => -each);
  const factors: number[] = [];
  for (const { moved, turned, curvature } of history.toReversed()) {
    const factor = dot(moved, direction) / curvature;
    factors.push(factor);
    for (let i = 0; i < direction.length; i += 1) direction[i]! -= factor * turned[i]!;
  }
  const last = history.at(-1);
  if (last !== undefined) {
    const scale = last.curvature / dot(last.turned, last.turned);
    for (let i = 0; i < direction.length; i += 1) direction[i]! *= scale;
  }
  for (const { moved, turned, curvature } of history) {
    const factor = factors.pop()! - dot(turned, direction) / curvature;
    for (let i = 0; i < direction.length; i += 1) direction[i]! += factor * moved[i]!;
  }
  return direction;
}
