import { apiKeyContract } from "@/lib/contract/api-key";
import { changeLogContract } from "@/lib/contract/change-log";
import { sessionContract } from "@/lib/contract/session";
import { softkeyTemplateContract } from "@/lib/contract/softkey-template";
import { userContract } from "@/lib/contract/user";

/** The whole API: what the console, programs and the OpenAPI document share. */
export const contract = {
  softkeyTemplate: softkeyTemplateContract,
  user: userContract,
  apiKey: apiKeyContract,
  session: sessionContract,
  changeLog: changeLogContract,
};
