import fs from "node:fs";
import { join } from "node:path";
import type { PGlite } from "@electric-sql/pglite";
import { NodeFS } from "@electric-sql/pglite/nodefs";
import { forOthers } from "@/lib/server/db/folder/private-files";
import { syncFolderEntry } from "@/lib/server/db/folder/sync";

type StartOptions = Parameters<NodeFS["init"]>[1];

/** A file or folder as PGlite's file layer sees it. */
interface FileNode {
  parent: FileNode;
  name: string;
  mount: { opts: { root: string } };
}

/** The part of PGlite's file layer on Node that is completed here. */
interface NodeFileLayer {
  realPath: (node: FileNode) => string;
  tryFSOperation: <Result>(operation: () => Result) => Result;
  node_ops: {
    mknod: (parent: FileNode, name: string, mode: number, device: number) => FileNode;
    setattr: (node: FileNode, attributes: { mode?: number }) => void;
    rename: (node: FileNode, newParent: FileNode, newName: string) => void;
    unlink: (parent: FileNode, name: string) => void;
    rmdir: (parent: FileNode, name: string) => void;
  };
  stream_ops: {
    setattr: (stream: unknown, attributes: { mode?: number }) => void;
    fsync?: (stream: { nfd: number }) => number;
  };
}

/**
 * The files of the embedded database. PGlite's own layer has no fsync, so that PostgreSQL's requests for it do nothing, and
 * makes files that every local account can read. Here a request reaches the disk, first for the folders in which files
 * came, went or changed their name, and nothing is made for others.
 */
export class DataFolderFiles extends NodeFS {
  override async init(pg: PGlite, options: StartOptions): ReturnType<NodeFS["init"]> {
    const { emscriptenOpts } = await super.init(pg, options);
    const complete = ({ NODEFS }: { NODEFS: unknown }) => completeLayer(NODEFS as NodeFileLayer);
    return { emscriptenOpts: { ...emscriptenOpts, preRun: [...(emscriptenOpts.preRun ?? []), complete] } };
  }
}

function completeLayer(layer: NodeFileLayer): void {
  const changedFolders = new Set<string>();
  const changed = (...folders: FileNode[]) => {
    for (const folder of folders) changedFolders.add(layer.realPath(folder));
  };
  keepPrivate(layer);
  const { mknod, rename, unlink, rmdir } = layer.node_ops;
  layer.node_ops.mknod = (parent, name, mode, device) => {
    const node = mknod(parent, name, mode, device);
    changed(parent);
    return node;
  };
  layer.node_ops.rename = (node, newParent, newName) => {
    changed(node.parent, newParent);
    rename(node, newParent, newName);
  };
  layer.node_ops.unlink = (parent, name) => {
    unlink(parent, name);
    changed(parent);
  };
  layer.node_ops.rmdir = (parent, name) => {
    rmdir(parent, name);
    changed(parent);
    changedFolders.delete(join(layer.realPath(parent), name));
  };
  layer.stream_ops.fsync = ({ nfd }) =>
    layer.tryFSOperation(() => {
      for (const folder of changedFolders) syncFolderEntry(folder);
      changedFolders.clear();
      fs.fsyncSync(nfd);
      return 0;
    });
}

/** Nothing that PostgreSQL makes can be read by other accounts, whatever mode it asks for. */
function keepPrivate({ node_ops, stream_ops }: NodeFileLayer): void {
  const own = <Attributes extends { mode?: number }>(attributes: Attributes): Attributes =>
    attributes.mode === undefined || attributes.mode === null
      ? attributes
      : { ...attributes, mode: attributes.mode & ~forOthers };
  const { mknod, setattr } = node_ops;
  const setStreamAttributes = stream_ops.setattr;
  node_ops.mknod = (parent, name, mode, device) => mknod(parent, name, mode & ~forOthers, device);
  node_ops.setattr = (node, attributes) => setattr(node, own(attributes));
  stream_ops.setattr = (stream, attributes) => setStreamAttributes(stream, own(attributes));
}
