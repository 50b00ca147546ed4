/** Runs the built add-on thousands of times over a small workbook, with faults and other people's edits. */
import type { EngineLibrary } from '../../../workbench/core/engine/library';
import type { FaultSchedule } from '../../../workbench/core/faults/faultSchedule';
import { Host } from '../../../workbench/core/realm/host';
import type { Person } from '../../../workbench/core/person/person';
import { Utilities } from '../../../workbench/core/services/utilities';
import { virtualClock } from '../../../workbench/core/clock';
import type { Switches } from '../../../workbench/core/switches';
import type { Request } from '../../../src/commands/protocol/requests';
import { LightDocument, type LightState } from './lightEngine';
import { type Answer, ask, must } from './answers';
import { BUNDLE, keptRealms } from './realms';

/** Ten minutes from one to the next. */
export type Moment = (typeof MOMENTS)[number];
const MOMENTS = ['first', 'next', 'last'] as const;
const START = Date.parse('2026-11-21T12:00:00Z');

export class Stage {
  readonly document = new LightDocument();
  readonly clock = virtualClock(START);
  readonly host: Host;
  /** Another install of the add-on on the same file. */
  readonly other: Host;

  constructor(switches: Partial<Switches> = {}, user?: { readonly email: string; readonly role: 'owner' | 'editor' | 'viewer' }) {
    const options = {
      engine: {} as EngineLibrary,
      bundle: BUNDLE,
      workbook: { title: '', locale: 'en_US', timeZone: 'Etc/UTC', sheets: [], namedRanges: [], metadata: [] },
      realms: keptRealms,
      clock: this.clock,
      switches,
      ...(user === undefined ? {} : { user }),
    };
    this.host = new Host(options, this.document);
    this.other = this.host.share({ script: 'script-2' });
  }

  get person(): Person {
    return this.host.person;
  }

  ask(request: Request, host: Host = this.host): Answer {
    return ask(host, request);
  }

  calls(host: Host = this.host): readonly string[] {
    return host.calls().calls;
  }

  /** Calls of a request on a book, in order. */
  callsOf(state: LightState, request: Request): readonly string[] {
    must(this.from(state).ask(request));
    return [...this.calls()];
  }

  /** The book behind a request. */
  after(state: LightState, request: Request): LightState {
    must(this.from(state).ask(request));
    return this.document.state();
  }

  get faults(): FaultSchedule {
    return this.host.faults;
  }

  state(): LightState {
    return this.document.state();
  }

  setMoment(moment: Moment): void {
    const turn = MOMENTS.indexOf(moment);
    this.clock.advance(START + turn * 600_000 - this.clock.now());
    const ids = (1 + turn) * 1_000_000;
    Reflect.set(Utilities, 'made', ids);
    Reflect.set(this.document, 'lastId', ids);
  }

  found(): string {
    return this.document.whole();
  }

  destroyed(): readonly string[] {
    return [...this.document.light.destructive];
  }

  /** The light engine computes nothing. */
  lostReferences(): readonly string[] {
    return [];
  }

  computed(): string {
    return '';
  }

  /** An edit by a user at the sheet: what it deletes is not the add-on's doing. */
  edit(act: (person: Person) => void): void {
    const { destructive } = this.document.light;
    const before = destructive.length;
    try {
      act(this.person);
    } catch {
      // A tab or row that is not there cannot be edited.
    }
    destructive.length = before;
  }

  from(state: LightState): this {
    this.host.faults.clear();
    this.other.faults.clear();
    // Thousands of runs would else come into another month than the clean one.
    this.clock.advance(START - this.clock.now());
    this.document.restore(state);
    return this;
  }
}
