import "./category-path.css";

/** "Clothes > Men": the last name first to the eye, where it lies above it. */
export function CategoryPath({ path }: { path: string | null }) {
  if (!path) return <span class="table-empty-cell">–</span>;
  const names = path.split(" > ");
  const last = names.at(-1) ?? path;
  const above = names.slice(0, -1).join(" › ");
  return (
    <span class="category-path" title={path}>
      {above && <span class="category-above">{above}</span>}
      <span>{last}</span>
    </span>
  );
}
