import { UpdateObjects } from "@/components/bulk-administration/update-objects";
import { bulkPage } from "@/lib/server/pages/bulk";

export default async function BulkUpdatePage() {
  const { role } = await bulkPage();
  return <UpdateObjects role={role} />;
}
