/** Form controls with their labels, hints and errors tied to them. */
import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';

interface FieldProps {
  readonly label: string;
  readonly value: string;
  readonly onInput: (value: string) => void;
  readonly hint?: string;
  readonly error?: string;
  readonly rows?: number;
  readonly list?: readonly string[];
  readonly placeholder?: string;
}

/** A labeled text input, or a text area where `rows` is given; an error takes the place of the hint. */
export function Field({ label, value, onInput, hint = '', error = '', rows, list, placeholder = '' }: FieldProps) {
  const id = useId();
  const shared = {
    id,
    value,
    placeholder,
    'aria-describedby': hint + error === '' ? undefined : `${id}-h`,
    'aria-invalid': error !== '',
    onInput: (event: { readonly currentTarget: { readonly value: string } }) => onInput(event.currentTarget.value),
  };
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {rows === undefined ? (
        <input type="text" list={list && `${id}-l`} autocomplete="off" {...shared} />
      ) : (
        <textarea rows={rows} {...shared} />
      )}
      {list !== undefined && (
        <datalist id={`${id}-l`}>
          {list.map((option) => (
            <option key={option} value={option} />
          ))}
        </datalist>
      )}
      {hint + error !== '' && (
        <p id={`${id}-h`} class={error === '' ? 'hint' : 'bad'}>
          {error || hint}
        </p>
      )}
    </div>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly options: readonly (string | readonly [value: string, text: string])[];
  readonly onChange: (value: string) => void;
}

/** A labeled drop-down; an option is a value, or a value with the text that is shown for it. */
export function Choice({ label, value, options, onChange }: ChoiceProps) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <select id={id} value={value} onChange={(event) => onChange(event.currentTarget.value)}>
        {options.map((option) => {
          const [word, text] = typeof option === 'string' ? [option, option] : option;
          return (
            <option key={word} value={word}>
              {text}
            </option>
          );
        })}
      </select>
    </div>
  );
}

interface ButtonProps {
  readonly children: ComponentChildren;
  readonly onClick: () => unknown;
  readonly look?: 'action' | 'link' | 'plain';
  readonly disabled?: boolean;
  readonly label?: string;
}

/** A button; `label` names it for screen readers where its text alone is not clear. */
export function Button({ children, onClick, look = 'plain', disabled = false, label }: ButtonProps) {
  return (
    <button type="button" class={look} disabled={disabled} aria-label={label} onClick={() => void onClick()}>
      {children}
    </button>
  );
}

/** Why the button above cannot be pressed, and what makes it so. */
export function Why({ when, children }: { readonly when: boolean; readonly children: ComponentChildren }) {
  return when ? <p class="hint why">{children}</p> : null;
}

interface FoldProps {
  readonly title: ComponentChildren;
  /** Beside the title, shown also while it is folded. */
  readonly more?: ComponentChildren;
  readonly isOpen?: boolean;
  /** Opens it, once, and brings it into sight. */
  readonly isSought?: boolean;
  readonly children: ComponentChildren;
}

/** A card that folds. How it begins is decided once: saving a new row must not close it. */
export function Fold({ title, more, isOpen = false, isSought = false, children }: FoldProps) {
  const [open] = useState(isOpen);
  const card = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    if (!isSought || card.current === null) return undefined;
    card.current.open = true;
    // Once the folds around it are open too, and the page has taken its place.
    const timer = setTimeout(() => card.current?.scrollIntoView({ block: 'center' }));
    return () => clearTimeout(timer);
  }, [isSought]);
  return (
    <details class="card" open={open} ref={card}>
      <summary>
        <b>{title}</b>
        {more}
      </summary>
      {children}
    </details>
  );
}

interface TickProps {
  readonly label: ComponentChildren;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}

/** A checkbox with its label to the right. */
export function Tick({ label, checked, onChange }: TickProps) {
  return (
    <label class="tick">
      <input type="checkbox" checked={checked} onChange={(event) => onChange(event.currentTarget.checked)} />
      <span>{label}</span>
    </label>
  );
}
