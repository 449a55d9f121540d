/** Phones on one page of *Pending Apply*; the server reads as many ahead of the browser. */
export const pendingOnPage = 50;
