import { objectRoute } from "@/app/(console)/object-route";
import { RemoteClusterPages } from "@/components/remote-cluster/remote-cluster";

export default objectRoute("remoteCluster", RemoteClusterPages);
