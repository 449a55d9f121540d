import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";

// react-aria's own texts in the languages that the console does not speak, about 14 kB on every page.
const unspokenLanguages =
  /react-(?:aria|stately|aria-components)\/dist\/.*\/(?!en-US|ko-KR)[a-z]{2}-[A-Z]{2}\.mjs$/;

// Nobody may show the console inside another page, guess types, or learn addresses of the console from its links.
const securityHeaders = [
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "Referrer-Policy", value: "same-origin" },
  {
    key: "Content-Security-Policy",
    value: "frame-ancestors 'none'; base-uri 'self'; form-action 'self'; object-src 'none'",
  },
];

const nextConfig: NextConfig = {
  headers: async () => [{ source: "/:path*", headers: securityHeaders }],
  reactStrictMode: true,
  poweredByHeader: false,
  // Native and WebAssembly packages are loaded from node_modules, not bundled.
  serverExternalPackages: [
    "@electric-sql/pglite",
    "@prisma/schema-engine-wasm",
    "@prisma/client",
    "pg",
    "pino",
  ],
  turbopack: {
    rules: {
      "*.mjs": {
        condition: { path: unspokenLanguages },
        loaders: ["./scripts/empty-module.cjs"],
        as: "*.js",
      },
    },
  },
};

export default createNextIntlPlugin("./lib/i18n/request.ts")(nextConfig);
