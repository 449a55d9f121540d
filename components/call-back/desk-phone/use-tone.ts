"use client";

import { useEffect } from "react";
import { render, sounds } from "@/components/call-back/desk-phone/tones";
import type { Tone } from "@/lib/callback/display/display";

let context: AudioContext | null = null;

/** Plays the tone as long as it lasts, unless it is muted. Browsers let a page sound only after a press on it. */
export function useTone(tone: Tone, isMuted: boolean): void {
  useEffect(() => {
    if (tone === "none" || isMuted) return;
    context ??= new AudioContext();
    const { sampleRate, destination } = context;
    const wave = render(sounds[tone], sampleRate);
    const buffer = context.createBuffer(1, wave.length, sampleRate);
    buffer.copyToChannel(wave, 0);
    const source = context.createBufferSource();
    source.buffer = buffer;
    source.loop = true;
    source.connect(destination);
    void context.resume();
    source.start();
    return () => {
      source.stop();
      source.disconnect();
    };
  }, [tone, isMuted]);
}
