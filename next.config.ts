import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";

const nextConfig: NextConfig = {
  reactStrictMode: true,
  poweredByHeader: false,
  // Native and WebAssembly packages are loaded from node_modules, not bundled.
  serverExternalPackages: ["@electric-sql/pglite", "@prisma/schema-engine-wasm", "@prisma/client", "pg", "pino"],
};

export default createNextIntlPlugin("./lib/i18n/request.ts")(nextConfig);
