"use client";

import dynamic from "next/dynamic";
import type { ObjectKind } from "@/components/console/object/object-description";
import { WithStored } from "@/components/console/object/with-stored";
import type { ObjectView } from "@/lib/client/object-view";

// Each page loads what it shows, and no other.
const FindObjects = dynamic(() =>
  import("@/components/console/object/find-objects").then((module) => module.FindObjects),
);
const NewObject = dynamic(() =>
  import("@/components/console/object/new-object").then((module) => module.NewObject),
);
const EditObject = dynamic(() =>
  import("@/components/console/object/edit-object").then((module) => module.EditObject),
);
const ObjectHistory = dynamic(() =>
  import("@/components/console/object/object-history").then((module) => module.ObjectHistory),
);
const DeletedObject = dynamic(() =>
  import("@/components/console/object/deleted-object").then((module) => module.DeletedObject),
);
const ObjectDependencies = dynamic(() =>
  import("@/components/console/object/object-dependencies").then((module) => module.ObjectDependencies),
);

/** What the pages of a kind are given by their route. */
export type ObjectPagesProps = { view: ObjectView; mayUpdate: boolean };

/** All pages of a kind: the one that the address names. */
export function ObjectPages({ object, view, mayUpdate }: ObjectPagesProps & { object: ObjectKind }) {
  switch (view.page) {
    case "list":
      return <FindObjects object={object} mayUpdate={mayUpdate} />;
    case "new":
      return <NewObject object={object} mayUpdate={mayUpdate} copyOf={view.copyOf} />;
    case "object":
      return (
        <WithStored object={object} identity={view.identity}>
          {(stored, visit) => (
            <EditObject object={object} stored={stored} visit={visit} mayUpdate={mayUpdate} />
          )}
        </WithStored>
      );
    case "history":
      return (
        <WithStored object={object} identity={view.identity}>
          {(stored) => <ObjectHistory object={object} stored={stored} mayUpdate={mayUpdate} />}
        </WithStored>
      );
    case "deleted":
      return <DeletedObject object={object} identity={view.identity} />;
    case "dependency-records":
      return (
        <WithStored object={object} identity={view.identity}>
          {(stored) => <ObjectDependencies object={object} stored={stored} />}
        </WithStored>
      );
  }
}
