import { objectRoute } from "@/app/(console)/object-route";
import { RemoteClusterPages } from "@/components/remote-cluster/remote-cluster-pages";

export default objectRoute("remoteCluster", RemoteClusterPages);
