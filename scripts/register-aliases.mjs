// Lets plain Node run the project's TypeScript: resolves "@/…" and imports without a file extension,
// and reads JSON that is imported as any other module.
import { existsSync } from "node:fs";
import { registerHooks } from "node:module";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = new URL("..", import.meta.url);

/** The file that an import without an extension means, or undefined. */
function withExtension(url) {
  if (!url.startsWith("file:") || /\.(ts|tsx|mjs|cjs|js|json|node|wasm)$/.test(url)) return undefined;
  const file = fileURLToPath(url);
  const found = [`${file}.ts`, `${file}.tsx`, `${file}/index.ts`].find((candidate) => existsSync(candidate));
  return found && pathToFileURL(found).href;
}

/** The hooks, to be taken away by who needs them no longer. */
export const aliases = registerHooks({
  load(url, context, next) {
    if (!url.endsWith(".json")) return next(url, context);
    return next(url, { ...context, importAttributes: { ...context.importAttributes, type: "json" } });
  },
  resolve(specifier, context, next) {
    if (specifier.startsWith("@/")) {
      const url = new URL(specifier.slice(2), root).href;
      return next(withExtension(url) ?? url, context);
    }
    if (specifier.startsWith(".") && context.parentURL?.startsWith("file:")) {
      const found = withExtension(new URL(specifier, context.parentURL).href);
      if (found) return next(found, context);
    }
    return next(specifier, context);
  },
});
