/** How many changes the start page shows. */
export const shownChanges = 12;
