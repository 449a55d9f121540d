/**
 * Why a device is registered or not, with the codes of Unified CM's alarms and its real-time information service.
 * Ringback itself gives the ones named in life-cycle-table.ts; the others are here because codes are read as well.
 */
export const registrationReasons = {
  Registered: 0,
  Unknown: 1,
  ConnectivityError: 6,
  DeviceInitiatedReset: 8,
  CallManagerReset: 9,
  DeviceUnregistered: 10,
  MalformedRegisterMsg: 11,
  SCCPDeviceThrottling: 12,
  KeepAliveTimeout: 13,
  ConfigurationMismatch: 14,
  CallManagerRestart: 15,
  DuplicateRegistration: 16,
  CallManagerApplyConfig: 17,
  DeviceNoResponse: 18,
  EMLoginLogout: 19,
  EMCCLoginLogout: 20,
  CallManagerForcedRestart: 22,
  RegistrationSequenceError: 25,
  InvalidCapabilities: 26,
  FallbackInitiated: 28,
  DeviceSwitch: 29,
  DeviceWipe: 30,
  DeviceForcedReset: 31,
  LowBattery: 33,
  ManualPowerOff: 34,
  ConfigVersionMismatch: 100,
} as const;
export type RegistrationReason = keyof typeof registrationReasons;

const reasonsByCode: ReadonlyMap<number, RegistrationReason> = new Map(
  Object.entries(registrationReasons).map(([reason, code]) => [code, reason as RegistrationReason]),
);

/** The reason with that code, or undefined for a code that the reference does not name. */
export function registrationReason(code: number): RegistrationReason | undefined {
  return reasonsByCode.get(code);
}
