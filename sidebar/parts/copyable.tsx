/** A text to take along by hand: Copy tries the clipboard; where the browser refuses, the text is selected. */
import { useRef, useState } from 'preact/hooks';
import type { Planner } from '../planner';
import { copy } from '../take/hand';
import { Button } from './form';

interface CopyableProps {
  readonly planner: Planner;
  readonly title: string;
  readonly text: string;
  readonly button: string;
  /** Shown once it is copied. */
  readonly isFolded?: boolean;
}

/** Shows the text with a button that copies it; folded, the text is only shown once the button was pressed. */
export function Copyable({ planner, title, text, button, isFolded = false }: CopyableProps) {
  const box = useRef<HTMLTextAreaElement>(null);
  const [isShown, setShown] = useState(!isFolded);
  const take = async (): Promise<void> => {
    const isCopied = box.current !== null && (await copy(text, box.current));
    setShown(true);
    planner.dispatch({ kind: 'notice', notice: isCopied ? 'Copied.' : 'Selected: press Ctrl+C or ⌘C to copy it.' });
  };
  return (
    <>
      <label class={isShown ? '' : 'sr'}>
        {title}
        <textarea
          ref={box}
          class="code"
          readOnly
          tabIndex={isShown ? 0 : -1}
          rows={isFolded ? 6 : Math.ceil(text.length / 30)}
          value={text}
        />
      </label>
      <Button label={isFolded ? button : `${button}: ${title}`} onClick={take}>
        {button}
      </Button>
    </>
  );
}
