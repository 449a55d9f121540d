import { ExportObjects } from "@/components/bulk-administration/export-objects";
import { bulkPage } from "@/lib/server/pages/bulk";

export default async function BulkExportPage() {
  const { role } = await bulkPage();
  return <ExportObjects role={role} />;
}
