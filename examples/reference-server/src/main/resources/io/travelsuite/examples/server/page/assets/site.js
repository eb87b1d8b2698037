// Makes pages better that work without it. Nothing here decides anything: the server does.
"use strict";

for (const form of document.querySelectorAll("form[data-once], form[data-order]")) {
  form.addEventListener("submit", (event) => {
    if (form.dataset.sent) {
      event.preventDefault(); // the server would answer it as the first
    }
    form.dataset.sent = "yes";
  });
}
// a page that comes back from the browser's memory can be sent again
window.addEventListener("pageshow", () => {
  for (const form of document.querySelectorAll("form[data-sent]")) {
    delete form.dataset.sent;
  }
});

function countDown(span) {
  const ends = Date.parse(span.dataset.countdown);
  const ahead = Date.parse(span.dataset.now) - Date.now(); // the server's clock is what counts
  const clock = span.querySelector("[data-clock]");
  const said = document.querySelector("[data-said]");
  const tick = () => {
    const left = Math.max(0, Math.ceil((ends - Date.now() - ahead) / 1000));
    const minutes = Math.floor(left / 60);
    clock.textContent = `${minutes}:${String(left % 60).padStart(2, "0")}`;
    span.hidden = false;
    if (left === 300 || left === 60) {
      said.textContent = `${minutes} ${minutes === 1 ? "minute" : "minutes"} left`;
    }
    if (left > 0) {
      setTimeout(tick, 1000 - ((Date.now() + ahead) % 1000));
    } else {
      setTimeout(() => location.replace(location.pathname), 1500);
    }
  };
  tick();
}
document.querySelectorAll("[data-countdown]").forEach(countDown);

if (document.querySelector("[data-reload]")) {
  setTimeout(() => location.replace(location.pathname), 3000);
}

const troubles = document.getElementById("troubles");
if (troubles) {
  troubles.focus();
}

const order = document.querySelector("form[data-order]");
if (order) {
  const counts = [...order.querySelectorAll("[data-count]")];
  const seats = [...order.querySelectorAll("input[name=seat]")];
  const said = order.querySelector("[data-seats-said]");
  const needed = () => counts.reduce((sum, one) => sum + (Number(one.value) || 0), 0);
  let chosen = seats.filter((seat) => seat.checked);

  const say = (text) => {
    if (said && said.textContent !== text) {
      said.hidden = text === "";
      said.textContent = text;
    }
  };
  const sayChosen = () => {
    const names = chosen.map((seat) => seat.value).join(", ");
    say(chosen.length === 0 ? "" : `${chosen.length} of ${needed()} chosen: ${names}`);
  };
  const addUp = () => {
    const total = order.querySelector("[data-total]");
    const currency = counts.map((one) => one.dataset.currency).find((code) => code);
    const minor = counts.reduce(
      (sum, one) => sum + (Number(one.value) || 0) * Number(one.dataset.minor), 0);
    if (currency) {
      const format = new Intl.NumberFormat("en-IE", { style: "currency", currency });
      const digits = format.resolvedOptions().maximumFractionDigits;
      total.textContent = `Together ${format.format(minor / 10 ** digits)}`;
      total.hidden = false;
    }
  };

  for (const count of counts) {
    count.addEventListener("input", () => {
      addUp();
      if (chosen.length > 0) {
        sayChosen();
      }
    });
  }
  addUp();

  for (const seat of seats) {
    seat.addEventListener("change", () => {
      chosen = chosen.filter((one) => one !== seat);
      if (seat.checked) {
        chosen.push(seat);
        while (chosen.length > Math.max(1, needed())) {
          chosen.shift().checked = false;
        }
      }
      sayChosen();
    });
    seat.addEventListener("keydown", (event) => move(event, seat));
  }

  // arrow keys go to the next free seat in that direction
  const place = (seat) => {
    const box = seat.closest("foreignObject");
    return { x: Number(box.getAttribute("x")), y: Number(box.getAttribute("y")) };
  };
  const ways = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
  function move(event, seat) {
    const way = ways[event.key];
    if (!way) {
      return;
    }
    event.preventDefault();
    const from = place(seat);
    let best = null;
    let least = Infinity;
    for (const other of seats) {
      const to = place(other);
      const along = (to.x - from.x) * way[0] + (to.y - from.y) * way[1];
      const across = Math.abs((to.x - from.x) * way[1]) + Math.abs((to.y - from.y) * way[0]);
      if (!other.disabled && along > 0 && along + 3 * across < least) {
        least = along + 3 * across;
        best = other;
      }
    }
    if (best) {
      best.focus();
    }
  }

  const taken = (labels) => {
    const gone = [];
    for (const seat of seats) {
      const is = labels.has(seat.value);
      if (is && seat.checked) {
        gone.push(seat.value);
        seat.checked = false;
      }
      seat.disabled = is;
      seat.setAttribute("aria-label", seat.dataset.said + (is ? ", taken" : ""));
    }
    chosen = chosen.filter((seat) => seat.checked);
    if (gone.length > 0) {
      say(`Somebody else has just taken ${gone.join(", ")}: choose again.`);
    }
    const free = order.querySelector("[data-free]");
    if (free) {
      free.textContent = String(seats.filter((seat) => !seat.disabled).length);
    }
  };
  const feed = new EventSource(order.dataset.live);
  feed.addEventListener("seats", (event) => {
    const now = JSON.parse(event.data);
    const left = document.querySelector("[data-left]");
    left.textContent = now.left === 0 ? "Sold out" : `${now.left <= 5 ? "Only " : ""}${now.left} left`;
    left.className = `badge ${now.left === 0 ? "bad" : now.left <= 5 ? "warn" : "good"}`;
    if (seats.length > 0) {
      taken(new Set(now.taken));
    }
    order.dataset.lively = "yes";
  });
  window.addEventListener("pagehide", () => feed.close());
}
