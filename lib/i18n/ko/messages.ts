import bulkAdministration from "@/lib/i18n/ko/bulk-administration.json";
import callBack from "@/lib/i18n/ko/call-back.json";
import callBackRequest from "@/lib/i18n/ko/call-back-request.json";
import callingSearchSpace from "@/lib/i18n/ko/calling-search-space.json";
import catalogue from "@/lib/i18n/ko/catalogue.json";
import change from "@/lib/i18n/ko/change.json";
import common from "@/lib/i18n/ko/common.json";
import commonDeviceConfiguration from "@/lib/i18n/ko/common-device-configuration.json";
import configuration from "@/lib/i18n/ko/configuration.json";
import ctiRoutePoint from "@/lib/i18n/ko/cti-route-point.json";
import deskPhone from "@/lib/i18n/ko/desk-phone.json";
import device from "@/lib/i18n/ko/device.json";
import devicePool from "@/lib/i18n/ko/device-pool.json";
import deviceProfile from "@/lib/i18n/ko/device-profile.json";
import directoryNumber from "@/lib/i18n/ko/directory-number.json";
import errors from "@/lib/i18n/ko/errors.json";
import explanation from "@/lib/i18n/ko/explanation.json";
import findAndList from "@/lib/i18n/ko/find-and-list.json";
import gridEdit from "@/lib/i18n/ko/grid-edit.json";
import help from "@/lib/i18n/ko/help.json";
import home from "@/lib/i18n/ko/home.json";
import lines from "@/lib/i18n/ko/lines.json";
import locale from "@/lib/i18n/ko/locale.json";
import partition from "@/lib/i18n/ko/partition.json";
import phone from "@/lib/i18n/ko/phone.json";
import phoneButtonTemplate from "@/lib/i18n/ko/phone-button-template.json";
import phonePicture from "@/lib/i18n/ko/phone-picture.json";
import problems from "@/lib/i18n/ko/problems.json";
import remoteCluster from "@/lib/i18n/ko/remote-cluster.json";
import routePattern from "@/lib/i18n/ko/route-pattern.json";
import serviceParameter from "@/lib/i18n/ko/service-parameter.json";
import shell from "@/lib/i18n/ko/shell.json";
import signIn from "@/lib/i18n/ko/sign-in.json";
import softkeyTemplate from "@/lib/i18n/ko/softkey-template.json";
import trunk from "@/lib/i18n/ko/trunk.json";
import unifiedCm from "@/lib/i18n/ko/unified-cm.json";
import userManagement from "@/lib/i18n/ko/user-management.json";

/** Every Korean text, by area. */
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
