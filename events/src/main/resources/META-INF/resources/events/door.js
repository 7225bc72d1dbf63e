// Scans tickets with the camera where the browser can read QR codes; without it, the code is typed.
(async () => {
  const form = document.getElementById("door");
  const scanner = document.getElementById("scanner");
  if (!form || !scanner || !("BarcodeDetector" in window) || !navigator.mediaDevices) return;
  if (!(await BarcodeDetector.getSupportedFormats()).includes("qr_code")) return;

  const video = scanner.querySelector("video");
  const status = scanner.querySelector("[role=status]");
  const button = Object.assign(document.createElement("button"), { type: "button", className: "button button--quiet", textContent: "Scan with the camera" });
  form.querySelector(".cluster").append(button);

  const stop = () => {
    video.srcObject?.getTracks().forEach((track) => track.stop());
    video.srcObject = null;
    scanner.hidden = true;
    button.textContent = "Scan with the camera";
  };

  const scan = async () => {
    try {
      video.srcObject = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" } });
      await video.play();
    } catch {
      stop();
      scanner.hidden = false;
      status.textContent = "The camera cannot be used here. Type the code instead.";
      return;
    }
    scanner.hidden = false;
    status.textContent = "Hold the code in front of the camera.";
    button.textContent = "Stop the camera";
    sessionStorage.setItem("scanning", "yes");
    const detector = new BarcodeDetector({ formats: ["qr_code"] });
    const look = async () => {
      if (!video.srcObject) return;
      const [found] = await detector.detect(video).catch(() => []);
      if (found?.rawValue.includes("RA1.")) {
        form.elements.code.value = found.rawValue;
        stop();
        form.requestSubmit();
      } else {
        setTimeout(look, 150);
      }
    };
    look();
  };

  button.addEventListener("click", () => {
    if (video.srcObject) {
      sessionStorage.removeItem("scanning");
      stop();
    } else {
      scan();
    }
  });
  // The next guest in the queue: go on scanning, once there was time to read the answer.
  if (sessionStorage.getItem("scanning")) setTimeout(scan, document.querySelector(".door-answer") ? 1500 : 0);
})();
