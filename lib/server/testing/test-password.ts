/** Password of the administrator in test databases. */
export const testPassword = "a long test password";
