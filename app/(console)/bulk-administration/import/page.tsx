import { ImportObjects } from "@/components/bulk-administration/import-objects";
import { bulkPage } from "@/lib/server/pages/bulk";

export default async function BulkImportPage() {
  const { role } = await bulkPage();
  return <ImportObjects role={role} />;
}
