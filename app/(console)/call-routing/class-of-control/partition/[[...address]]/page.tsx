import { objectRoute } from "@/app/(console)/object-route";
import { PartitionPages } from "@/components/partition/partition";

export default objectRoute("partition", PartitionPages);
