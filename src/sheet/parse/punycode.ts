/**
 * Punycode (RFC 3492): labels of international domains in ASCII, so that both spellings of a domain are one key. Written here because the package
 * `punycode` 2.3.1 ships no types and its CommonJS entry keeps all of its functions: 3.0 kB minified (1.2 kB as a module) for the 0.8 kB here.
 */

const BASE = 36;
const T_MIN = 1;
const T_MAX = 26;
const SKEW = 38;
const DAMP = 700;

/** ASCII form of a lower-case label: `exämple` is `xn--exmple-cua`. Undefined when the label is too long to be one. */
export function encodeLabel(label: string): string | undefined {
  const points = Array.from(label).map((char) => char.codePointAt(0) ?? 0);
  if (points.length > 63) return undefined;
  const basic = points.filter((point) => point < 128);
  if (basic.length === points.length) return label;
  let output = String.fromCharCode(...basic) + (basic.length > 0 ? '-' : '');
  let bias = 72;
  let delta = 0;
  let handled = basic.length;
  for (let next = 128; handled < points.length; next += 1) {
    const smallest = Math.min(...points.filter((point) => point >= next));
    delta += (smallest - next) * (handled + 1);
    next = smallest;
    for (const point of points) {
      if (point < next) delta += 1;
      if (point !== next) continue;
      output += variableLength(delta, bias);
      bias = adapt(delta, handled + 1, handled === basic.length);
      delta = 0;
      handled += 1;
    }
    delta += 1;
  }
  return `xn--${output}`;
}

function variableLength(delta: number, bias: number): string {
  let output = '';
  let rest = delta;
  for (let k = BASE; ; k += BASE) {
    const threshold = Math.min(T_MAX, Math.max(T_MIN, k - bias));
    if (rest < threshold) return output + digit(rest);
    output += digit(threshold + ((rest - threshold) % (BASE - threshold)));
    rest = Math.floor((rest - threshold) / (BASE - threshold));
  }
}

function digit(value: number): string {
  return String.fromCharCode(value < 26 ? value + 97 : value + 22);
}

function adapt(delta: number, count: number, isFirst: boolean): number {
  let rest = Math.floor(delta / (isFirst ? DAMP : 2));
  rest += Math.floor(rest / count);
  let k = 0;
  for (; rest > ((BASE - T_MIN) * T_MAX) / 2; k += BASE) rest = Math.floor(rest / (BASE - T_MIN));
  return k + Math.floor(((BASE - T_MIN + 1) * rest) / (rest + SKEW));
}
