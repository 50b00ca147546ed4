/** States of the United States and the District of Columbia, by name and by postal code. */
import { plain } from './text';

export interface UsState {
  readonly code: string;
  readonly name: string;
}

let byKey: ReadonlyMap<string, UsState> | undefined;

/** State of a name (`California`, `Calif.` not) or a code (`CA`). Where codes of countries may stand, ask for the name alone. */
export function usStateOf(text: string): UsState | undefined {
  return text.length > 40 ? undefined : (byKey ??= table()).get(plain(text));
}

function table(): ReadonlyMap<string, UsState> {
  const names =
    'AL Alabama,AK Alaska,AZ Arizona,AR Arkansas,CA California,CO Colorado,CT Connecticut,DE Delaware,DC District of Columbia,FL Florida,GA Georgia,HI Hawaii,' +
    'ID Idaho,IL Illinois,IN Indiana,IA Iowa,KS Kansas,KY Kentucky,LA Louisiana,ME Maine,MD Maryland,MA Massachusetts,MI Michigan,MN Minnesota,MS Mississippi,' +
    'MO Missouri,MT Montana,NE Nebraska,NV Nevada,NH New Hampshire,NJ New Jersey,NM New Mexico,NY New York,NC North Carolina,ND North Dakota,OH Ohio,' +
    'OK Oklahoma,OR Oregon,PA Pennsylvania,RI Rhode Island,SC South Carolina,SD South Dakota,TN Tennessee,TX Texas,UT Utah,VT Vermont,VA Virginia,' +
    'WA Washington,WV West Virginia,WI Wisconsin,WY Wyoming';
  const map = new Map<string, UsState>();
  for (const entry of names.split(',')) {
    const state = { code: entry.slice(0, 2), name: entry.slice(3) };
    map.set(state.code.toLowerCase(), state);
    map.set(state.name.toLowerCase(), state);
  }
  const capital = map.get('dc');
  if (capital !== undefined) map.set('washington dc', capital);
  return map;
}
