/** The sidebar: one view at a time under the navigation, over one state. */
import { Footer, Navigation, News, Page } from './parts/frame';
import { Button } from './parts/form';
import { usePlanner, type Planner } from './planner';
import type { View } from './state';
import { Check } from './views/Check';
import { Data } from './views/Data';
import { Explain } from './views/Explain';
import { Home } from './views/Home';
import { Icp } from './views/Icp';
import { ImportCsv } from './views/ImportCsv';
import { Market } from './views/Market';
import { Run } from './views/Run';
import { Segments } from './views/Segments';
import { Start } from './views/Start';
import { Take } from './views/Take';
import { WhatIf } from './views/WhatIf';

type Component = (props: { readonly planner: Planner }) => preact.JSX.Element | null;

const VIEWS: Readonly<Record<View, Component>> = {
  opening: Opening,
  start: Start,
  home: Home,
  data: Data,
  market: Market,
  icp: Icp,
  segments: Segments,
  check: Check,
  run: Run,
  explain: Explain,
  whatIf: WhatIf,
  take: Take,
  csv: ImportCsv,
};

/** The whole sidebar: the view that the state names, with navigation and footer once a list is open. */
export function Wizard() {
  const planner = usePlanner();
  const { view, lists } = planner.state;
  const Current = VIEWS[view];
  const isInside = lists !== undefined && view !== 'opening' && view !== 'start' && view !== 'csv';
  return (
    <>
      <div class="top">
        {isInside && <Navigation planner={planner} />}
        <News planner={planner} />
      </div>
      <Current key={view} planner={planner} />
      {isInside && <Footer planner={planner} />}
    </>
  );
}

function Opening({ planner }: { readonly planner: Planner }) {
  return (
    <Page title="Segment Planner" lead="Market sizes, fit scores, tiers and segments from your own accounts, in this file.">
      {planner.state.trouble !== undefined && (
        <Button look="action" onClick={() => planner.open()}>
          Try again
        </Button>
      )}
    </Page>
  );
}
