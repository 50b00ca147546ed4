/** What a request answers: a reply, a refusal, or what was thrown. */
import { Host } from '../../../workbench/core/realm/host';
import type { Request } from '../../../src/commands/protocol/requests';
import type { RunReply } from '../../../src/commands/protocol/replies';
import type { Problem } from '../../../src/sheet/problem';

export interface Answer {
  readonly ok: boolean;
  readonly value?: Partial<RunReply> & { readonly outcome?: RunReply } & Readonly<Record<string, unknown>>;
  readonly error?: { readonly what: string; readonly fix: string; readonly problems: readonly Problem[] };
  /** What was thrown instead of a reply: the run's death. */
  readonly thrown?: string;
}

/** Asks as the page does. */
export function ask(host: Host, request: Request): Answer {
  try {
    return JSON.parse(String(host.run('serve', JSON.stringify(request)))) as Answer;
  } catch (error) {
    return { ok: false, thrown: String(error) };
  }
}

export function must(answer: Answer): Answer {
  if (!answer.ok) throw new Error(`Not answered: ${JSON.stringify(answer).slice(0, 600)}`);
  return answer;
}

/** What an answer tells of cells, and the sentence of one that refuses. */
export const problemsIn = ({ value, error }: Answer): readonly Problem[] => {
  const report = value?.report ?? value?.outcome?.report;
  return [...(report?.problems ?? []), ...(error?.problems ?? [])];
};
export const sentenceIn = ({ error, thrown }: Answer): string => `${error?.what ?? thrown ?? ''} ${error?.fix ?? ''}`;
