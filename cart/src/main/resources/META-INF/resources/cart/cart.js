// Counts down the time an order's things are held, and loads the page again when it is over.
(() => {
  const clock = document.querySelector("[data-countdown]");
  if (!clock) return;
  const end = Date.parse(clock.dataset.countdown);
  const show = () => {
    const left = Math.max(0, Math.round((end - Date.now()) / 1000));
    clock.textContent = `${Math.floor(left / 60)}:${String(left % 60).padStart(2, "0")} left`;
    if (left === 0) {
      clearInterval(timer);
      setTimeout(() => location.reload(), 3000);
    }
  };
  const timer = setInterval(show, 1000);
  show();
})();
