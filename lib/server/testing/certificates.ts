import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TlsFiles } from "@/lib/server/config/environment";

/** Self-signed certificates for `localhost` and 127.0.0.1 with their keys, good for a hundred years and for nothing but tests. */
export const testCertificates = {
  first: {
    cert: `-----BEGIN CERTIFICATE-----
MIIBnDCCAUGgAwIBAgIUM80w2qOnjzol6VDUHCm9PnhbLgYwCgYIKoZIzj0EAwIw
FDESMBAGA1UEAwwJbG9jYWxob3N0MCAXDTI2MTEyOTE4NDAxM1oYDzIxMjYxMTA1
MTg0MDEzWjAUMRIwEAYDVQQDDAlsb2NhbGhvc3QwWTATBgcqhkjOPQIBBggqhkjO
PQMBBwNCAATCB2i0KFGS0UlMa2cug9BRqCqTwnyfJ9N0+tnfJeTcy7TSmWt3T/Zk
YM+Wb8DZ5fvJCGCfTbhi1NILgcBxR37bo28wbTAdBgNVHQ4EFgQUEzwLcRp9ve+k
W5PUxV/aPtU1ImEwHwYDVR0jBBgwFoAUEzwLcRp9ve+kW5PUxV/aPtU1ImEwDwYD
VR0TAQH/BAUwAwEB/zAaBgNVHREEEzARgglsb2NhbGhvc3SHBH8AAAEwCgYIKoZI
zj0EAwIDSQAwRgIhAK+yVFH2liv31VabcsrSkUZTzRmrPPxHIkzd68mIKA8kAiEA
zX323z2biTxVMSJbr/Jc07srR3kuDBN+HCj4bimOEQg=
-----END CERTIFICATE-----
`,
    key: `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgEUaGXo0Vy8PzCR2/
KfyjoCMqMeeZSjfZhBm7TWNQyu2hRANCAATCB2i0KFGS0UlMa2cug9BRqCqTwnyf
J9N0+tnfJeTcy7TSmWt3T/ZkYM+Wb8DZ5fvJCGCfTbhi1NILgcBxR37b
-----END PRIVATE KEY-----
`,
  },
  second: {
    cert: `-----BEGIN CERTIFICATE-----
MIIBmzCCAUGgAwIBAgIUNCijbDtfBH+PKW4jsvG1JefERlcwCgYIKoZIzj0EAwIw
FDESMBAGA1UEAwwJbG9jYWxob3N0MCAXDTI2MTEyOTE4NDAxM1oYDzIxMjYxMTA1
MTg0MDEzWjAUMRIwEAYDVQQDDAlsb2NhbGhvc3QwWTATBgcqhkjOPQIBBggqhkjO
PQMBBwNCAAT8qH9NhqhXBSFA22///kiGGqd4h760AIzg5YTUyQ/IemftcNtJdbFU
7F4bnqZU0JRDk5ZoTO7OzB+ciPUUFB6Ho28wbTAdBgNVHQ4EFgQUWNGTRY0aOiMI
y0qsxTKLBqrGmaAwHwYDVR0jBBgwFoAUWNGTRY0aOiMIy0qsxTKLBqrGmaAwDwYD
VR0TAQH/BAUwAwEB/zAaBgNVHREEEzARgglsb2NhbGhvc3SHBH8AAAEwCgYIKoZI
zj0EAwIDSAAwRQIhAJUsvOQltnr7ej7RxeWxqMND8kBoHy483Mxrg8+jr2KGAiA1
WzH2FlrjimaJrGcpmBsY5Nuq/oZaxQaxmD0jM8NzgA==
-----END CERTIFICATE-----
`,
    key: `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgHrw13YDNXqcJZFlD
ALCptZmGxG7gQV85UMZ1/hURO4WhRANCAAT8qH9NhqhXBSFA22///kiGGqd4h760
AIzg5YTUyQ/IemftcNtJdbFU7F4bnqZU0JRDk5ZoTO7OzB+ciPUUFB6H
-----END PRIVATE KEY-----
`,
  },
} as const;

/** Writes a certificate and its key into files. */
export function writeCertificate({ cert, key }: { cert: string; key: string }, files: TlsFiles): void {
  writeFileSync(files.cert, cert);
  writeFileSync(files.key, key, { mode: 0o600 });
}

/** Writes a certificate and its key into files of a folder of their own, which whoever asks for them removes. */
export function newCertificateFiles(certificate: { cert: string; key: string }): {
  files: TlsFiles;
  remove: () => void;
} {
  const folder = mkdtempSync(join(tmpdir(), "ringback-tls-"));
  const files = { cert: join(folder, "cert.pem"), key: join(folder, "key.pem") };
  writeCertificate(certificate, files);
  return { files, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
