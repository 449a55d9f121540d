import bulkAdministration from "@/lib/i18n/en/bulk-administration.json";
import callBack from "@/lib/i18n/en/call-back.json";
import callBackRequest from "@/lib/i18n/en/call-back-request.json";
import callingSearchSpace from "@/lib/i18n/en/calling-search-space.json";
import catalogue from "@/lib/i18n/en/catalogue.json";
import change from "@/lib/i18n/en/change.json";
import common from "@/lib/i18n/en/common.json";
import commonDeviceConfiguration from "@/lib/i18n/en/common-device-configuration.json";
import configuration from "@/lib/i18n/en/configuration.json";
import ctiRoutePoint from "@/lib/i18n/en/cti-route-point.json";
import deskPhone from "@/lib/i18n/en/desk-phone.json";
import device from "@/lib/i18n/en/device.json";
import devicePool from "@/lib/i18n/en/device-pool.json";
import deviceProfile from "@/lib/i18n/en/device-profile.json";
import directoryNumber from "@/lib/i18n/en/directory-number.json";
import errors from "@/lib/i18n/en/errors.json";
import explanation from "@/lib/i18n/en/explanation.json";
import findAndList from "@/lib/i18n/en/find-and-list.json";
import gridEdit from "@/lib/i18n/en/grid-edit.json";
import help from "@/lib/i18n/en/help.json";
import home from "@/lib/i18n/en/home.json";
import lines from "@/lib/i18n/en/lines.json";
import locale from "@/lib/i18n/en/locale.json";
import partition from "@/lib/i18n/en/partition.json";
import phone from "@/lib/i18n/en/phone.json";
import phoneButtonTemplate from "@/lib/i18n/en/phone-button-template.json";
import phonePicture from "@/lib/i18n/en/phone-picture.json";
import problems from "@/lib/i18n/en/problems.json";
import remoteCluster from "@/lib/i18n/en/remote-cluster.json";
import routePattern from "@/lib/i18n/en/route-pattern.json";
import serviceParameter from "@/lib/i18n/en/service-parameter.json";
import shell from "@/lib/i18n/en/shell.json";
import signIn from "@/lib/i18n/en/sign-in.json";
import softkeyTemplate from "@/lib/i18n/en/softkey-template.json";
import trunk from "@/lib/i18n/en/trunk.json";
import unifiedCm from "@/lib/i18n/en/unified-cm.json";
import userManagement from "@/lib/i18n/en/user-management.json";

/** Every English text, by area. Its keys are the keys of every other language. */
export const messages = {
  bulkAdministration,
  callBack,
  callBackRequest,
  catalogue,
  change,
  ctiRoutePoint,
  callingSearchSpace,
  deskPhone,
  device,
  devicePool,
  deviceProfile,
  directoryNumber,
  common,
  commonDeviceConfiguration,
  configuration,
  errors,
  explanation,
  findAndList,
  gridEdit,
  help,
  home,
  lines,
  locale,
  phone,
  phoneButtonTemplate,
  phonePicture,
  partition,
  problems,
  remoteCluster,
  routePattern,
  serviceParameter,
  shell,
  signIn,
  softkeyTemplate,
  trunk,
  unifiedCm,
  userManagement,
};
