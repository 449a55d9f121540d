const keyHeight = 24;

/** Keys at the right edge that belong to calls: part of the picture, and nothing to program. */
export function CallKeys({ count }: { count: number }) {
  const pill = (_: unknown, index: number) =>
    `M9 ${index * keyHeight + 4.5}h12a7.5 7.5 0 0 1 0 15h-12a7.5 7.5 0 0 1 0-15z`;
  return (
    <svg aria-hidden="true" width={32} height={count * keyHeight} className="text-line-strong">
      <path
        d={Array.from({ length: count }, pill).join("")}
        fill="none"
        stroke="currentColor"
        strokeDasharray="2 2"
      />
    </svg>
  );
}

const softkeys = "M33 2h38v8h-38zM79 2h38v8h-38zM125 2h38v8h-38zM171 2h38v8h-38z";
const dialRows = [18, 30, 42, 54];
const dialKeys = dialRows.map((y) => [91, 113, 135].map((x) => `M${x} ${y}h16v7h-16z`).join("")).join("");

/** Softkeys, navigation ring and dial pad, so that the picture is a phone at first sight. */
export function Dial() {
  return (
    <svg aria-hidden="true" viewBox="0 0 242 64" className="mx-auto w-full max-w-72 text-line-strong">
      <g fill="none" stroke="currentColor" strokeLinejoin="round">
        <path d={softkeys} />
        <path d={dialKeys} />
        <circle cx={50} cy={39} r={18} />
        <circle cx={50} cy={39} r={7} />
        <path d="M176 24h30v10h-30zM176 44h30v10h-30z" />
      </g>
    </svg>
  );
}
