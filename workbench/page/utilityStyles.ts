/** What the engine's templates expect of a stylesheet: short class names for common declarations, and icons as characters. */
import { element } from './dom';

/** Class names: declarations. */
const DECLARATIONS = `
d-flex: display: flex
d-block: display: block
d-inline-block: display: inline-block
d-none: display: none
invisible: visibility: hidden
flex-row: flex-direction: row
flex-column: flex-direction: column
flex-wrap: flex-wrap: wrap
flex-fill: flex: 1 1 auto
flex-grow-0: flex-grow: 0
flex-grow-1: flex-grow: 1
flex-shrink-0: flex-shrink: 0
align-items-center: align-items: center
align-items-baseline: align-items: baseline
align-items-end: align-items: flex-end
align-middle: vertical-align: middle
justify-content-start: justify-content: flex-start
justify-content-end: justify-content: flex-end
justify-content-center: justify-content: center
justify-content-between: justify-content: space-between
justify-content-around: justify-content: space-around
gap-1: gap: 4px
gap-2: gap: 8px
gap-4: gap: 24px
w-0: width: 0
w-25: width: 25%
w-50 col-6: width: 50%
w-75: width: 75%
w-100: width: 100%
w-auto: width: auto
h-0: height: 0
h-100: height: 100%
position-absolute: position: absolute
position-relative: position: relative
sticky-top: position: sticky; top: 0
sticky-bottom: position: sticky; bottom: 0
top-0: top: 0
top-50: top: 50%
top-100: top: 100%
bottom-0: bottom: 0
start-0: left: 0
start-100: left: 100%
end-0: right: 0
translate-middle: transform: translate(-50%, -50%)
translate-middle-y: transform: translateY(-50%)
z-1: z-index: 1
overflow-hidden: overflow: hidden
overflow-auto: overflow: auto
overflow-visible: overflow: visible
overflow-x-hidden: overflow-x: hidden
overflow-y-auto: overflow-y: auto
overflow-y-hidden: overflow-y: hidden
float-end: float: right
rounded: border-radius: 4px
rounded-0: border-radius: 0
rounded-circle: border-radius: 50%
border: border: 1px solid var(--os-border-color)
border-0: border: 0
border-bottom: border-bottom: 1px solid var(--os-border-color)
border-end: border-right: 1px solid var(--os-border-color)
border-danger: border-color: #b3261e
shadow shadow-sm: box-shadow: 0 1px 3px rgb(60 64 67 / 30%)
bg-white: background: #fff
bg-transparent: background: transparent
text-truncate: overflow: hidden; text-overflow: ellipsis; white-space: nowrap
text-nowrap: white-space: nowrap
text-start: text-align: left
text-center: text-align: center
text-end: text-align: right
text-muted: color: var(--soft)
text-danger: color: #b3261e
text-warning: color: #946d23
text-white: color: #fff
fw-bold fw-bolder: font-weight: 700
fst-italic: font-style: italic
small: font-size: 0.875em
fs-4: font-size: 20px
lh-1: line-height: 1
opacity-50: opacity: 0.5
opacity-100: opacity: 1
pe-none: pointer-events: none
pe-auto: pointer-events: auto
user-select-none: user-select: none
btn: border: 0; background: none; cursor: pointer
`;

const ICONS: Readonly<Record<string, string>> = {
  'fa-times': '✕',
  'fa-cog': '⚙',
  'fa-sliders': '⚙',
  'fa-trash': '🗑',
  'fa-eye': '👁',
  'fa-thumb-tack': '📌',
  'fa-undo': '↶',
  'fa-ellipsis-v': '⋮',
  'fa-exclamation-triangle': '⚠',
  'fa-angle-left': '‹',
  'fa-angle-double-left': '«',
  'fa-angle-double-right': '»',
  'fa-angle-down': '⌄',
  'fa-paint-brush': '🖌',
};

/** Margins and paddings on a scale of five, by side: `mt-2`, `px-1`, `m-0`. */
const SIZES = ['0', '4px', '8px', '16px', '24px', 'auto'];
const SIDES: Readonly<Record<string, string>> = {
  '': '',
  t: '-top',
  b: '-bottom',
  s: '-left',
  e: '-right',
  x: '-inline',
  y: '-block',
};

/** Puts these styles first in the page's head, so that every other stylesheet wins over them. */
export function addUtilityStyles(): void {
  document.head.prepend(element('style', {}, [...declared(), ...spaced(), ...iconed()].join('\n')));
}

function declared(): string[] {
  return DECLARATIONS.trim()
    .split('\n')
    .map((line) => {
      const [names = '', ...declarations] = line.split(': ');
      const selector = names
        .split(' ')
        .map((name) => `.${name}`)
        .join(', ');
      return `${selector} { ${declarations.join(': ')} }`;
    });
}

function spaced(): string[] {
  const rules: string[] = [];
  for (const [letter, property] of [
    ['m', 'margin'],
    ['p', 'padding'],
  ] as const) {
    for (const [side, suffix] of Object.entries(SIDES)) {
      SIZES.forEach((size, step) => {
        if (size !== 'auto') rules.push(`.${letter}${side}-${step} { ${property}${suffix}: ${size} }`);
        else if (letter === 'm') rules.push(`.m${side}-auto { margin${suffix}: auto }`);
      });
    }
  }
  return rules;
}

function iconed(): string[] {
  return [
    '.fa { font-style: normal }',
    ...Object.entries(ICONS).map(([name, character]) => `.${name}::before { content: '${character}' }`),
  ];
}
