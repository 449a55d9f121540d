import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";

// react-aria's own texts in the languages that the console does not speak, about 14 kB on every page.
const unspokenLanguages =
  /react-(?:aria|stately|aria-components)\/dist\/.*\/(?!en-US|ko-KR)[a-z]{2}-[A-Z]{2}\.mjs$/;

const nextConfig: NextConfig = {
  // Pages have no pictures that it could make smaller: its route for them is closed.
  images: { unoptimized: true },
  reactStrictMode: true,
  poweredByHeader: false,
  // Native and WebAssembly packages are loaded from node_modules, not bundled.
  serverExternalPackages: [
    "@electric-sql/pglite",
    "@prisma/schema-engine-wasm",
    "@prisma/client",
    "pg",
    "pino",
    "prom-client",
  ],
  turbopack: {
    rules: {
      "*.mjs": [
        {
          condition: { path: unspokenLanguages },
          loaders: ["./scripts/empty-module.cjs"],
          as: "*.js",
        },
        {
          condition: { all: ["production", { path: /lucide-react\/dist\/esm\/icons\/.*\.mjs$/ }] },
          loaders: ["./scripts/lean-icon.cjs"],
          as: "*.js",
        },
      ],
    },
  },
};

export default createNextIntlPlugin("./lib/i18n/request.ts")(nextConfig);
