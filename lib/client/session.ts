import { queries } from "@/lib/client/api";

export const signInMutation = () => queries.session.signIn.mutationOptions();
export const signOutMutation = () => queries.session.signOut.mutationOptions();
export const setPreferencesMutation = () => queries.session.setPreferences.mutationOptions();
