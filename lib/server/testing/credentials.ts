/** The password of the users that tests make, unless they need another. */
export const userPassword = "a password of some length";

/** The Authorization header of a program that sends a name and a password. */
export function basic(name: string, password = userPassword): string {
  return `Basic ${Buffer.from(`${name}:${password}`).toString("base64")}`;
}
