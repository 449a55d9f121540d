import { Readable } from "node:stream";
import { implement } from "@orpc/server";
import { contract } from "@/lib/contract/contract";
import type { ConfigurationFile } from "@/lib/devices/configuration-file";
import type { DeviceCommand } from "@/lib/devices/forecast";
import { type RequestContext, serviceContext } from "@/lib/server/api/request-context";
import type { PhoneUsedKind } from "@/lib/server/db/device/choose";
import type { ActionTerms } from "@/lib/server/services/device-lifecycle/action-terms";
import { getConfigurationFile } from "@/lib/server/services/device-lifecycle/get-configuration-file";
import { getSoftkeyFile } from "@/lib/server/services/device-lifecycle/get-softkey-file";
import { listAlarms } from "@/lib/server/services/device-lifecycle/list-alarms";
import { listPending } from "@/lib/server/services/device-lifecycle/list-pending";
import {
  previewBulkAction,
  previewPhoneAction,
  previewUsersAction,
} from "@/lib/server/services/device-lifecycle/preview-action";
import { startBulkAction } from "@/lib/server/services/device-lifecycle/start-bulk-action";
import { startPhoneAction } from "@/lib/server/services/device-lifecycle/start-phone-action";
import { startUsersAction } from "@/lib/server/services/device-lifecycle/start-users-action";
import { actOnPhone } from "@/lib/server/services/phone-operation/act";
import { getDisplay } from "@/lib/server/services/phone-operation/get-display";

const api = implement(contract).$context<RequestContext>().device;

interface CommandInput {
  params: { name: string };
  body: ActionTerms;
}

const onPhone =
  (command: DeviceCommand) =>
  ({ context, input }: { context: RequestContext; input: CommandInput }) =>
    startPhoneAction(serviceContext(context), input.params.name, command, input.body);

const onUsers =
  (kind: PhoneUsedKind, command: DeviceCommand) =>
  ({ context, input }: { context: RequestContext; input: CommandInput }) =>
    startUsersAction(serviceContext(context), kind, input.params.name, command, input.body);

const previewOnPhone =
  (command: DeviceCommand) =>
  ({ context, input }: { context: RequestContext; input: Pick<CommandInput, "params"> }) =>
    previewPhoneAction(serviceContext(context), input.params.name, command);

const previewOnUsers =
  (kind: PhoneUsedKind, command: DeviceCommand) =>
  ({ context, input }: { context: RequestContext; input: Pick<CommandInput, "params"> }) =>
    previewUsersAction(serviceContext(context), kind, input.params.name, command);

/** The routes of devices, bound to their services. */
export const deviceRoutes = {
  phone: {
    applyConfig: api.phone.applyConfig.handler(onPhone("applyConfig")),
    reset: api.phone.reset.handler(onPhone("reset")),
    restart: api.phone.restart.handler(onPhone("restart")),
    previewApplyConfig: api.phone.previewApplyConfig.handler(previewOnPhone("applyConfig")),
    previewReset: api.phone.previewReset.handler(previewOnPhone("reset")),
    previewRestart: api.phone.previewRestart.handler(previewOnPhone("restart")),
  },
  softkeyTemplate: {
    applyConfig: api.softkeyTemplate.applyConfig.handler(onUsers("softkeyTemplate", "applyConfig")),
    restart: api.softkeyTemplate.restart.handler(onUsers("softkeyTemplate", "restart")),
    previewApplyConfig: api.softkeyTemplate.previewApplyConfig.handler(
      previewOnUsers("softkeyTemplate", "applyConfig"),
    ),
    previewRestart: api.softkeyTemplate.previewRestart.handler(previewOnUsers("softkeyTemplate", "restart")),
  },
  phoneButtonTemplate: {
    applyConfig: api.phoneButtonTemplate.applyConfig.handler(onUsers("phoneButtonTemplate", "applyConfig")),
    restart: api.phoneButtonTemplate.restart.handler(onUsers("phoneButtonTemplate", "restart")),
    previewApplyConfig: api.phoneButtonTemplate.previewApplyConfig.handler(
      previewOnUsers("phoneButtonTemplate", "applyConfig"),
    ),
    previewRestart: api.phoneButtonTemplate.previewRestart.handler(
      previewOnUsers("phoneButtonTemplate", "restart"),
    ),
  },
  commonDeviceConfiguration: {
    applyConfig: api.commonDeviceConfiguration.applyConfig.handler(
      onUsers("commonDeviceConfiguration", "applyConfig"),
    ),
    reset: api.commonDeviceConfiguration.reset.handler(onUsers("commonDeviceConfiguration", "reset")),
    previewApplyConfig: api.commonDeviceConfiguration.previewApplyConfig.handler(
      previewOnUsers("commonDeviceConfiguration", "applyConfig"),
    ),
    previewReset: api.commonDeviceConfiguration.previewReset.handler(
      previewOnUsers("commonDeviceConfiguration", "reset"),
    ),
  },
  bulk: api.bulk.handler(({ context, input }) => startBulkAction(serviceContext(context), input.body)),
  previewBulk: api.previewBulk.handler(({ context, input }) =>
    previewBulkAction(serviceContext(context), input.body),
  ),
  pending: api.pending.handler(({ context, input }) => listPending(serviceContext(context), input.query)),
  display: api.display.handler(({ context, input }) =>
    getDisplay(serviceContext(context), input.params.name),
  ),
  act: api.act.handler(({ context, input }) =>
    actOnPhone(serviceContext(context), context.instance.runtime, input.params.name, input.body),
  ),
  configurationFile: api.configurationFile.handler(async ({ context, input }) => {
    const { params, query } = input;
    return fileAnswer(await getConfigurationFile(serviceContext(context), params.name, query.file));
  }),
  softkeyFile: api.softkeyFile.handler(async ({ context, input }) =>
    fileAnswer(await getSoftkeyFile(serviceContext(context), input.params.name)),
  ),
  alarms: api.alarms.handler(({ context, input }) => listAlarms(serviceContext(context), input.query)),
};

function fileAnswer({ etag, name, content }: ConfigurationFile) {
  const headers = {
    etag,
    "content-type": "application/xml; charset=utf-8",
    "content-disposition": `inline; filename="${name}"`,
  };
  return { status: 200 as const, headers, body: Readable.toWeb(Readable.from([Buffer.from(content)])) };
}
