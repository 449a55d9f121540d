import type { Tone } from "@/lib/callback/display/display";

/** A tone as sound: frequencies in Hz heard together, and how many seconds of sound and silence follow each other. */
export interface Sound {
  readonly frequencies: readonly number[];
  /** Sound, silence, sound, silence …; one number alone goes on. */
  readonly cadence: readonly number[];
}

/** The tones of the North American plan; the ringer and the call back tone are of the phone itself. */
export const sounds: Readonly<Record<Exclude<Tone, "none">, Sound>> = {
  dial: { frequencies: [350, 440], cadence: [1] },
  ringback: { frequencies: [440, 480], cadence: [2, 4] },
  busy: { frequencies: [480, 620], cadence: [0.5, 0.5] },
  fastBusy: { frequencies: [480, 620], cadence: [0.25, 0.25] },
  reorder: { frequencies: [480, 620], cadence: [0.3, 0.2, 0.2, 0.3] },
  ringing: { frequencies: [660, 880], cadence: [0.4, 0.2, 0.4, 2] },
  callBack: { frequencies: [1_000, 1_250], cadence: [0.15, 0.1, 0.15, 0.1, 0.15, 2.35] },
};

const volume = 0.08;
/** Of a click at the edges of the sound, in seconds. */
const fade = 0.01;

function sample({ frequencies }: Sound, time: number, since: number, until: number): number {
  const edge = Math.min(1, since / fade, until / fade);
  const sum = frequencies.reduce((total, hertz) => total + Math.sin(2 * Math.PI * hertz * time), 0);
  return (volume * edge * sum) / frequencies.length;
}

/** One round of the tone, to be played again and again. */
export function render(sound: Sound, sampleRate: number): Float32Array<ArrayBuffer> {
  const length = sound.cadence.reduce((sum, seconds) => sum + seconds, 0);
  const wave = new Float32Array(Math.round(length * sampleRate));
  const goesOn = sound.cadence.length === 1;
  let start = 0;
  sound.cadence.forEach((seconds, index) => {
    const end = start + seconds;
    if (index % 2 === 0) {
      const last = Math.min(wave.length, Math.round(end * sampleRate));
      for (let at = Math.round(start * sampleRate); at < last; at++) {
        const time = at / sampleRate;
        const [since, until] = goesOn ? [fade, fade] : [time - start, end - time];
        wave[at] = sample(sound, time, since, until);
      }
    }
    start = end;
  });
  return wave;
}
