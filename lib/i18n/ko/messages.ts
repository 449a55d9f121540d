import callBack from "@/lib/i18n/ko/call-back.json";
import catalogue from "@/lib/i18n/ko/catalogue.json";
import common from "@/lib/i18n/ko/common.json";
import commonDeviceConfiguration from "@/lib/i18n/ko/common-device-configuration.json";
import configuration from "@/lib/i18n/ko/configuration.json";
import errors from "@/lib/i18n/ko/errors.json";
import findAndList from "@/lib/i18n/ko/find-and-list.json";
import help from "@/lib/i18n/ko/help.json";
import home from "@/lib/i18n/ko/home.json";
import lines from "@/lib/i18n/ko/lines.json";
import partition from "@/lib/i18n/ko/partition.json";
import phone from "@/lib/i18n/ko/phone.json";
import phoneButtonTemplate from "@/lib/i18n/ko/phone-button-template.json";
import phonePicture from "@/lib/i18n/ko/phone-picture.json";
import problems from "@/lib/i18n/ko/problems.json";
import shell from "@/lib/i18n/ko/shell.json";
import signIn from "@/lib/i18n/ko/sign-in.json";
import softkeyTemplate from "@/lib/i18n/ko/softkey-template.json";
import userManagement from "@/lib/i18n/ko/user-management.json";

/** Every Korean text, by area. */
export const messages = {
  callBack,
  catalogue,
  common,
  commonDeviceConfiguration,
  configuration,
  errors,
  findAndList,
  help,
  home,
  lines,
  phone,
  phoneButtonTemplate,
  phonePicture,
  partition,
  problems,
  shell,
  signIn,
  softkeyTemplate,
  userManagement,
};
