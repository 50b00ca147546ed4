/** What a lane is written from beside the plan itself: texts of personas, and the buying motion of a segment where the team wrote it. */
import { fold } from '../../domain/facts/text';
import type { PlanTable, PlanTableRow } from '../plan/planTable';

/** Texts of a persona as typed, by header. */
export interface PersonaTexts {
  readonly name: string;
  readonly role: string;
  readonly texts: readonly (readonly [header: string, text: string])[];
}

export interface LaneTexts {
  readonly personas: readonly PersonaTexts[];
  /** By folded name of the segment: cycle and committee (S1.42), from columns of these names that the team may add to `Plan Segments`. */
  readonly motions: ReadonlyMap<string, string>;
}

/** What a rep writes by; the rest of a persona stays in its tab, so that a lane fits on one screen. */
const PERSONA_HEADERS = ['Pain points', 'Value propositions', 'Outreach tips', 'Questions'];
const MOTION_HEADERS = ['Cycle', 'Committee'];

/** Texts of personas and segments that the lanes print. */
export function readLanes(personas: PlanTable, segments: PlanTable): LaneTexts {
  return {
    personas: personas.rows.map((row) => ({
      name: row.text('Persona'),
      role: row.text('Role'),
      texts: filledIn(row, PERSONA_HEADERS),
    })),
    motions: new Map(
      segments.rows.map((row) => {
        const said = filledIn(row, MOTION_HEADERS);
        return [fold(row.text('Segment')), said.map(([header, text]) => `${header}: ${text}`).join('; ')];
      }),
    ),
  };
}

function filledIn(row: PlanTableRow, headers: readonly string[]): PersonaTexts['texts'] {
  return headers.flatMap((header) => (row.text(header) === '' ? [] : [[header, row.text(header)] as const]));
}
