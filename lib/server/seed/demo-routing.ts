import type { DemoObjects } from "@/lib/server/seed/demo-kinds";

/** Two sites with a partition each, and the clusters behind their trunks. */
export const demoRouting: readonly DemoObjects[] = [
  {
    kind: "devicePool",
    objects: [
      { name: "Seoul", description: "Headquarters" },
      { name: "Busan", description: "Branch" },
    ],
  },
  {
    kind: "partition",
    objects: [
      { name: "Seoul Phones", description: "Numbers 2xxx" },
      { name: "Busan Phones", description: "Numbers 3xxx" },
      { name: "Remote Sites", description: "What goes out over trunks" },
    ],
  },
  {
    kind: "callingSearchSpace",
    objects: [
      { name: "Everywhere", partitions: ["Seoul Phones", "Busan Phones", "Remote Sites"] },
      { name: "Busan Only", description: "Cannot reach Seoul", partitions: ["Busan Phones"] },
    ],
  },
  {
    kind: "remoteCluster",
    objects: [
      {
        name: "Daejeon",
        description: "Behind a QSIG trunk: call back works",
        directoryNumbers: [
          { pattern: "5001", name: "Daejeon reception" },
          { pattern: "5002", name: "Daejeon laboratory" },
          { pattern: "5003", name: "Daejeon video room" },
        ],
      },
      {
        name: "Gwangju",
        description: "Behind a plain SIP trunk: no call back",
        directoryNumbers: [
          { pattern: "6001", name: "Gwangju reception" },
          { pattern: "6002", name: "Gwangju warehouse" },
        ],
      },
      {
        name: "Jeju",
        description: "Behind CUBE: no call back for video calls",
        directoryNumbers: [{ pattern: "7001", name: "Jeju reception" }],
      },
    ],
  },
  {
    kind: "trunk",
    objects: [
      { name: "Daejeon QSIG", type: "interclusterQsig", remoteCluster: "Daejeon" },
      { name: "Gwangju SIP", type: "sip", remoteCluster: "Gwangju" },
      { name: "Jeju CUBE", type: "sipQsig", throughCube: true, remoteCluster: "Jeju" },
    ],
  },
  {
    kind: "routePattern",
    objects: [
      { pattern: "5XXX", partition: "Remote Sites", trunk: "Daejeon QSIG" },
      { pattern: "6XXX", partition: "Remote Sites", trunk: "Gwangju SIP" },
      { pattern: "7XXX", partition: "Remote Sites", trunk: "Jeju CUBE" },
    ],
  },
];
