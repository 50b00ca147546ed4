/** Step 3: the ideal customer profile, rule by rule, and the library of criteria. */
import { criteriaLibrary } from '../../src/domain/rules/criteria';
import { DIMENSIONS } from '../../src/domain/rules/rule';
import { Page } from '../parts/frame';
import { Button, Fold } from '../parts/form';
import { Overview } from '../parts/overview';
import { Rule } from '../parts/ruleForm';
import { addRow, entriesOf, isSame, rowsOf, textOf } from '../plan/entries';
import { hasColumn } from '../plan/lists';
import type { Planner } from '../planner';

/** The rules of the profile with live counts, and more criteria to add; nothing before a list is read. */
export function Icp({ planner }: { readonly planner: Planner }) {
  const { state, live, edit } = planner;
  const { draft } = state;
  const rules = entriesOf(draft, 'icp');
  if (live === undefined) return null;
  return (
    <Page title="Ideal customer profile">
      <Overview planner={planner} isWhole={false} />
      <h2>Rules</h2>
      <p class="hint">Nice-to-haves add points; must-haves and exclusions filter.</p>
      {rules.map((entry) => (
        <Rule
          key={entry.id}
          planner={planner}
          entry={entry}
          position="icp"
          isOpen={entry.before === null && textOf(entry.after ?? {}, 'Value') === ''}
        />
      ))}
      <Button
        onClick={() =>
          edit(
            addRow(draft, 'icp', {
              Dimension: 'Firmographic',
              Operator: 'in',
              Importance: 'Medium',
              Type: 'Score',
              Active: 'Yes',
            }),
          )
        }
      >
        Add a rule
      </Button>
      <Library planner={planner} />
    </Page>
  );
}

/** The articles' eighteen criteria; those without a column stay off and say what data they need. */
function Library({ planner }: { readonly planner: Planner }) {
  const { state, edit } = planner;
  const { draft, lists } = state;
  const isUsed = (field: string, rule: string): boolean =>
    rowsOf(draft, 'icp').some((row) =>
      textOf(row, 'Rule') === '' ? isSame(textOf(row, 'Field'), field) : textOf(row, 'Rule') === rule,
    );
  return (
    <>
      <h2>More criteria</h2>
      {DIMENSIONS.map((dimension) => (
        <Fold key={dimension} title={dimension}>
          {criteriaLibrary()
            .filter((criterion) => criterion.dimension === dimension)
            .map(({ rule, field, operator, value, importance, whereToFind, why }) => {
              const isThere = lists !== undefined && hasColumn(lists, field);
              return (
                <div class="offer" key={rule}>
                  <b>{rule}</b>
                  <p>{why}</p>
                  {isThere ? (
                    <Button
                      disabled={isUsed(field, rule)}
                      label={isUsed(field, rule) ? `In the profile: ${rule}` : `Add ${rule}`}
                      onClick={() =>
                        edit(
                          addRow(draft, 'icp', {
                            Rule: rule,
                            Dimension: dimension,
                            Field: field,
                            Operator: operator,
                            ...(value === '' ? {} : { Value: value }),
                            Importance: importance,
                            Type: 'Score',
                            Why: why,
                            Source: 'Library of criteria',
                            Active: 'Yes',
                          }),
                        )
                      }
                    >
                      {isUsed(field, rule) ? 'In the profile' : 'Add'}
                    </Button>
                  ) : (
                    <p class="hint">
                      Off: needs a column “{field}”. Where to find it: {whereToFind}.
                    </p>
                  )}
                </div>
              );
            })}
        </Fold>
      ))}
    </>
  );
}
