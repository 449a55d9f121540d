import type { Phone, PhoneRegistration } from "@/lib/callback/state/phone";

/** What is configured of a phone. */
type Configured = Pick<Phone, "model" | "protocol" | "dnd" | "running">;

/** A phone as it is while nobody uses it. */
export function idlePhone(name: string, configured: Configured, registration: PhoneRegistration): Phone {
  return {
    ...configured,
    ...{ name, registration },
    hook: "on",
    calls: [],
    selected: null,
    lastDialled: null,
    used: false,
    isKnownIdle: true,
    request: null,
    replacement: null,
    screen: null,
    playsCallBackTone: false,
    prompt: null,
  };
}
