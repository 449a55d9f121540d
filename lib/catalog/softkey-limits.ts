/**
 * The most softkeys one call state can have, blanks included.
 * Two sources say 16; the 18 of the 7800 and 8800 guides counts something else.
 */
export const maximumSoftkeysPerState = 16;
