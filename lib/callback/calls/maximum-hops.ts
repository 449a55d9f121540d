/** After as many forwards the caller hears reorder. */
export const maximumHops = 12;
