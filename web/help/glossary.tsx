import type { HelpTerm } from "../../src/i18n/base/wording";

/** Terms and what they mean; `isCode`: the terms are typed as they stand. */
export function Glossary({ terms, isCode }: { terms: readonly HelpTerm[]; isCode?: boolean }) {
  return (
    <dl class="facts help-terms">
      {terms.map(({ term, meaning }) => [
        <dt key={term}>{isCode ? <code>{term}</code> : term}</dt>,
        <dd key={`${term}-meaning`}>{meaning}</dd>,
      ])}
    </dl>
  );
}
