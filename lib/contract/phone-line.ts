/** What is said of the lines of a phone or device profile. */
export const lineTexts = {
  lines: "In the order of their index; a directory number that does not exist is created",
  "lines.index": "Line 1 sits on the first button for a line",
  "lines.directoryNumber": { examples: ["2001"] },
  "lines.partition": "Partition of the directory number, or null",
  "lines.label": "Shown beside the button",
  "lines.displayName": "Shown to others",
  "lines.busyTrigger":
    "Calls on the line of this device from which on callers hear busy; without it, or null, as the directory number has it when the line is saved",
  "lines.maxCalls":
    "Most calls on the line of this device; without it, or null, as the directory number has it when the line is saved",
} as const;
