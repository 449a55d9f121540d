/** Changes in words, one a line. */
export function ChangeList({ changes }: { changes: readonly string[] }) {
  return (
    <ul className="list-disc ps-5 wrap-anywhere">
      {changes.map((text) => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  );
}
