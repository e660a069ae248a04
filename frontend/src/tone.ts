// The sound of the bell: two short soft tones, made by the browser.

export function ringTone(): void {
  const audio = new AudioContext();
  // Browsers stay silent until a page was used; a silent bell is no fault.
  if (audio.state === "suspended") {
    void audio.close();
    return;
  }
  const end = audio.currentTime + 0.6;
  [659, 880].forEach((frequency, index) => tone(audio, frequency, audio.currentTime + index * 0.14, end));
  window.setTimeout(() => void audio.close(), 1_000);
}

function tone(audio: AudioContext, frequency: number, start: number, end: number): void {
  const oscillator = new OscillatorNode(audio, { frequency, type: "sine" });
  const volume = new GainNode(audio, { gain: 0 });
  volume.gain.setValueAtTime(0, start);
  volume.gain.linearRampToValueAtTime(0.12, start + 0.02);
  volume.gain.exponentialRampToValueAtTime(0.001, end);
  oscillator.connect(volume).connect(audio.destination);
  oscillator.start(start);
  oscillator.stop(end);
}
