import { queries } from "@/lib/client/api";

export const sessionQuery = () => queries.session.get.queryOptions();
export const signInMutation = () => queries.session.signIn.mutationOptions();
export const signOutMutation = () => queries.session.signOut.mutationOptions();
export const setPreferencesMutation = () => queries.session.setPreferences.mutationOptions();
export const setProfileMutation = () => queries.session.setProfile.mutationOptions();
export const endOtherSessionsMutation = () => queries.session.endOthers.mutationOptions();
export const changePasswordMutation = () => queries.session.changePassword.mutationOptions();
