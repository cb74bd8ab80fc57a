// The camera at the door, where the browser reads codes by itself. It looks a few times a second; what it has read it does not read again at once.
export function camera(place, arrive) {
  const [way, video] = [place.querySelector('[data-camera]'), place.querySelector('video')], button = way.querySelector('button');
  if (!('BarcodeDetector' in window) || !navigator.mediaDevices?.getUserMedia) return;
  way.hidden = false;
  let stream, last;
  const look = async reader => {
    while (stream) {
      const code = (await reader.detect(video).catch(() => []))[0]?.rawValue.match(/\/dorren\/kod\/([^/?#]+)$/)?.[1];
      if (code && code !== last) await arrive(last = code);
      await new Promise(next => setTimeout(next, 300));
    }
  };
  const stop = () => {
    stream?.getTracks().forEach(track => track.stop());
    stream = last = undefined;
    video.hidden = true;
    button.textContent = button.dataset.on;
  };
  button.addEventListener('click', async () => {
    if (stream) return stop();
    try {
      stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } });
      video.srcObject = stream;
      video.hidden = false;
      button.textContent = button.dataset.off;
      await video.play();
      look(new BarcodeDetector({ formats: ['qr_code'] }));
    } catch {
      stop();
      way.hidden = true; // the phone's own camera is left, as the hint says
    }
  });
  document.addEventListener('visibilitychange', () => { if (document.visibilityState !== 'visible' && stream) stop(); });
}
