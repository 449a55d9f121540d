/** A grey bar where text will be. It appears after 150 ms, so quick answers never flash it. */
export function Skeleton({ width = "100%" }: { width?: string }) {
  return (
    <span
      aria-hidden
      className="animate-appear inline-block h-3 rounded-control bg-hover align-middle"
      style={{ width }}
    />
  );
}
