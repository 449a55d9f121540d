import { contract } from "@/lib/contract/contract";

/** One operation of the contract: how it is called, and the status of its success. */
export interface Route {
  readonly method: string;
  /** With the names of its parameters in braces. */
  readonly path: string;
  readonly success: number;
}

interface Procedure {
  readonly "~orpc"?: { readonly route: { method?: string; path?: string; successStatus?: number } };
}

function routesOf(part: object): Route[] {
  return Object.values(part).flatMap((inner: Procedure) => {
    const route = inner["~orpc"]?.route;
    if (!route) return routesOf(inner);
    return route.path
      ? [{ method: route.method ?? "POST", path: route.path, success: route.successStatus ?? 200 }]
      : [];
  });
}

const patterns = routesOf(contract).map((route) => ({
  route,
  pattern: new RegExp(`^${route.path.replace(/\{\w+\}/g, "[^/]+")}$`),
}));

/** The operations of an address, whose path is given without the prefix of the API. */
export function routesAt(path: string): readonly Route[] {
  return patterns.filter(({ pattern }) => pattern.test(path)).map(({ route }) => route);
}

/** The methods that an address knows, for the Allow header. */
export function methodsOf(routes: readonly Route[]): string[] {
  const methods = new Set(routes.flatMap(({ method }) => (method === "GET" ? ["GET", "HEAD"] : [method])));
  return [...methods].sort();
}

/** True for an operation that makes something new, which must not be made twice because an answer was lost. */
export function makesAnew({ method, path, success }: Route): boolean {
  // The answer with a new API key is shown once, and not kept anywhere.
  return method === "POST" && (success === 201 || success === 202) && path !== "/api-keys";
}
