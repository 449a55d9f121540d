import { notFound } from "next/navigation";

/** Any other address: within the shell, so that the menu stays. */
export default function NowherePage(): never {
  notFound();
}
