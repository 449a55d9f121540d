/**
 * The most characters of what is typed, as people count them: code points after normalisation. Unless it says otherwise they
 * are those of Unified CM's bulk administration, so that its files fit.
 */

/** Names of objects, users and desks. */
export const maximumNameLength = 50;
/** Descriptions, unless there is an own length for the kind. */
export const maximumDescriptionLength = 50;
/** Of what is a device there: phones, device profiles, CTI route points, trunks; and of templates. */
export const maximumDeviceDescriptionLength = 128;
/** Of directory numbers. */
export const maximumNumberDescriptionLength = 200;
/** A directory number, and what is dialled. */
export const maximumNumberLength = 255;
/** A number to forward to, a speed dial, a route pattern. */
export const maximumDestinationLength = 50;
/** The text beside a line's button, and the name that it shows to others. */
export const maximumLineTextLength = 120;
/** Beside the button of a speed dial. */
export const maximumSpeedDialLabelLength = 30;
/** Beside a button of a template. */
export const maximumButtonLabelLength = 50;
/** What callers see while it rings, also that of a number in another cluster. */
export const maximumAlertingNameLength = 50;
/** Our own: a sentence or two for the history. */
export const maximumReasonLength = 200;
